// Coming in: password, one-time code, session; and the sessions one has.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/session_rule.hpp"
#include "clausier/domain/user_session.hpp"

namespace clausier::app {

// Who a request is from.
struct SignedIn {
    domain::Viewer viewer;
    domain::Id<domain::Account> account{};
    std::string name;  // shown
    domain::Id<domain::UserSession> session{};
    core::Instant seen{};
    // The one-time code is still to come: nothing is open but the page that asks for it.
    bool needs_second_factor = false;
    bool second_factor_enrolled = false;
    // A role asks for a second factor and there is none: nothing is open but the page that sets it up.
    bool must_enrol = false;

    [[nodiscard]] std::string actor() const { return "compte/" + std::to_string(account.value); }
};

// The session of a cookie; nothing when there is none of that token, it has ended, lasted or slept too long, or its
// account is disabled. One indexed read, never a write.
std::optional<SignedIn> session_of(store::Database& base, std::string_view token, const core::Clock& clock);

// Tells that the session was seen, for the idle time. Not oftener than once a minute.
void touch_session(store::Database& base, domain::Id<domain::UserSession> id, const core::Clock& clock);

// Opens a session for an account whose first proof (password, identity provider) has been given, and gives the token of
// its cookie. When the account has a second factor the session awaits the code, unless `code_given`. `peer` and `agent`
// are the address and User-Agent as received; only their short forms are kept. Error(forbidden) when the account is not
// active.
std::string open_session(Session session, store::Database& base, domain::Id<domain::Account> account,
                         std::string_view peer, std::string_view agent, bool code_given = false);

struct LoginAnswer {
    enum class Outcome {
        refused,      // one sentence for all: the address or the password is wrong
        wait,         // too many failures: `wait` says how long; nothing was tried
        code_needed,  // `token` is a session that awaits the one-time code
        signed_in     // `token` is a session
    };
    Outcome outcome = Outcome::refused;
    std::string token;
    std::chrono::seconds wait{0};
};

// The address and the password. The same answer and the same work for an address that is no account's.
LoginAnswer log_in(Session session, store::Database& base, std::string_view email, std::string_view password,
                   std::string_view peer, std::string_view agent);

// The one-time code, or a recovery code (spent by its use), for a session that awaits it. The token changes.
LoginAnswer give_code(Session session, store::Database& base, std::string_view token, std::string_view code);

// Ends the session of a cookie; an unknown token is nobody's.
void log_out(Session session, store::Database& base, std::string_view token);

// Those of an account that are open now, the last seen first: one's own, or anybody's for who manages accounts.
std::vector<domain::UserSession> sessions(Session session, store::Database& base, domain::Id<domain::Account> account);
// Ends one of one's own, or all but `keep`. Error(not_found) when it is not one's own.
void end_session(Session session, store::Database& base, domain::Id<domain::UserSession> id);
std::int64_t end_sessions(Session session, store::Database& base, domain::Id<domain::Account> account,
                          std::optional<domain::Id<domain::UserSession>> keep = {});

// « trop d’essais ; réessayez dans 2 minutes »
std::string wait_sentence(std::chrono::seconds wait);

// Forgets sessions and links that ended a week ago, and failures a day old; tells how many rows. For a daily job.
std::int64_t forget_ended(store::Database& base, const core::Clock& clock);

}  // namespace clausier::app
