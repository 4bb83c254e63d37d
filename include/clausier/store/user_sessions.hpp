// Sessions of browsers, found by the fingerprint of their token.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/user_session.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// A session that has not been ended, with what is asked of its account at each request.
struct FoundSession {
    domain::UserSession session;
    std::string name;
    domain::AccountState state = domain::AccountState::active;
    bool second_factor = false;
};

class UserSessions {
public:
    explicit UserSessions(Transaction& tx) : tx_(tx) {}

    // peer and agent are those of the session, shortened; its id is made here.
    domain::UserSession add(domain::UserSession session, std::string_view token_hash);
    // Whether it still holds at this hour is for domain::SessionRule to say.
    [[nodiscard]] std::optional<FoundSession> find(std::string_view token_hash);
    // Not ended, the last seen first; some may have expired by themselves.
    [[nodiscard]] std::vector<domain::UserSession> of(domain::Id<domain::Account> account);
    // Seen at that instant; nothing when it was ended, or seen after `unless_after`. Whether it was written.
    bool touch(domain::Id<domain::UserSession> id, core::Instant now, core::Instant unless_after);
    // The code was given: the session opens everything, under another token, and lasts from now.
    void confirm(domain::Id<domain::UserSession> id, std::string_view token_hash, core::Instant now);
    void end(domain::Id<domain::UserSession> id, core::Instant now);
    // How many were ended.
    std::int64_t end_all(domain::Id<domain::Account> account, core::Instant now,
                         std::optional<domain::Id<domain::UserSession>> keep = {});
    // Forgets those last seen or ended before; tells how many.
    std::int64_t forget(core::Instant before);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
