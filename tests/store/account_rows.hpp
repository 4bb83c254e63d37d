// A base in memory with two accounts, for tests of what accounts hold.
#pragma once
#include <string>

#include "clausier/store/accounts.hpp"
#include "clausier/store/database.hpp"
#include "clausier/store/organisations.hpp"

namespace clausier::tests {

struct AccountRows {
    core::Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2} + std::chrono::hours(8)};
    store::Database base{":memory:"};
    store::Transaction tx = base.write();
    domain::Id<domain::Account> camille = add("camille@valbrume.example", "Camille");
    domain::Id<domain::Account> dominique = add("dominique@valbrume.example", "Dominique");

    domain::Id<domain::Account> add(std::string email, std::string name) {
        domain::Account out;
        out.email = std::move(email);
        out.name = std::move(name);
        out.state = domain::AccountState::active;
        out.created = now;
        return store::Accounts(tx).save(out).id;
    }
    domain::Id<domain::Organisation> organisation(std::string name) {
        domain::Organisation out;
        out.name = std::move(name);
        return store::Organisations(tx).save(out).id;
    }
    static std::string hash(char digit) { return std::string(64, digit); }
};

}  // namespace clausier::tests
