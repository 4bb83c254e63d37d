// Accounts and who they act for.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/account.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class Accounts {
public:
    explicit Accounts(Transaction& tx) : tx_(tx) {}

    // With their memberships, by name.
    [[nodiscard]] std::vector<domain::Account> list();
    [[nodiscard]] std::optional<domain::Account> find(domain::Id<domain::Account> id);
    [[nodiscard]] std::optional<domain::Account> find(std::string_view email);
    [[nodiscard]] bool any();
    // Admins that can come in.
    [[nodiscard]] std::int64_t active_admins();

    // Adds it when its id is empty, else changes its address, name and state; memberships are apart. Throws Error
    // (conflict) when the address is another's, or somebody else saved since it was read.
    domain::Account save(domain::Account account);

    // What is kept of its password; nothing when it has none.
    [[nodiscard]] std::optional<std::string> password_hash(domain::Id<domain::Account> id);
    void set_password(domain::Id<domain::Account> id, std::string_view hash);

    [[nodiscard]] std::vector<domain::Membership> memberships(domain::Id<domain::Account> id);
    // Adds it, or changes the departments of the one with that role and organisation.
    void grant(domain::Id<domain::Account> id, const domain::Membership& membership);
    // Whether there was one of that role and organisation.
    bool withdraw(domain::Id<domain::Account> id, const domain::Membership& membership);
    // One organisation turns out to be another: who acted for it acts for the other.
    void move(domain::Id<domain::Organisation> from, domain::Id<domain::Organisation> into);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
