// Links that open once, found by the fingerprint of their token.
#pragma once
#include <optional>
#include <string_view>

#include "clausier/domain/user_session.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class Invitations {
public:
    explicit Invitations(Transaction& tx) : tx_(tx) {}

    domain::Invitation add(domain::Invitation invitation, std::string_view token_hash);
    // Neither used, void nor expired.
    [[nodiscard]] std::optional<domain::Invitation> find(std::string_view token_hash, core::Instant now);
    // The last one of an account that still opens.
    [[nodiscard]] std::optional<domain::Invitation> open_of(domain::Id<domain::Account> account, core::Instant now);
    // Used, or made void: those of an account, those of the first admin (no account).
    void spend(domain::Id<domain::Invitation> id, core::Instant now);
    void spend_all(std::optional<domain::Id<domain::Account>> account, core::Instant now);
    void spend_everybodys(core::Instant now);
    std::int64_t forget(core::Instant expired_before);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
