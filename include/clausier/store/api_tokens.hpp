// Access tokens of scripts, found by their fingerprint.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "clausier/domain/user_session.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class ApiTokens {
public:
    explicit ApiTokens(Transaction& tx) : tx_(tx) {}

    domain::ApiToken add(domain::ApiToken token, std::string_view token_hash);
    // Neither ended nor expired.
    [[nodiscard]] std::optional<domain::ApiToken> find(std::string_view token_hash, core::Instant now);
    [[nodiscard]] std::optional<domain::ApiToken> find(domain::Id<domain::ApiToken> id, core::Instant now);
    // By label.
    [[nodiscard]] std::vector<domain::ApiToken> of(domain::Id<domain::Account> account, core::Instant now);
    // Used at that instant, unless it was after `unless_after`. Whether it was written.
    bool touch(domain::Id<domain::ApiToken> id, core::Instant now, core::Instant unless_after);
    void end(domain::Id<domain::ApiToken> id, core::Instant now);
    std::int64_t end_all(domain::Id<domain::Account> account, core::Instant now);
    std::int64_t end_everybodys(core::Instant now);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
