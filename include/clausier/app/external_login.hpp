// Coming in by an identity provider: the login begun, the person who comes back, and the session ended there too.
#pragma once
#include <string>
#include <string_view>

#include "clausier/app/app.hpp"
#include "clausier/core/identity_provider.hpp"
#include "clausier/domain/user_session.hpp"

namespace clausier::app {

// Where to send the browser, and the secret that its cookie keeps for ten minutes.
struct ExternalDeparture {
    std::string url;
    std::string browser;
};

// `back`: the whole address that the provider sends the browser to. `return_path`: the page of ours it wanted. Throws
// Error(unavailable) when the provider does not answer, or when too many logins are begun.
ExternalDeparture begin_external_login(const Session& session, store::Database& base,
                                       const core::IdentityProvider& provider, const std::string& back,
                                       const std::string& return_path);

struct ExternalArrival {
    std::string token;  // of the session; it awaits the one-time code of who has a second factor
    std::string return_path;
};

// The person is the account linked to their issuer and subject; the first time, the account with their verified
// address, invited or active and nobody's of that provider yet. A login is spent by its first return, good or bad.
// Throws Error(forbidden) with a sentence for the person when it was not begun by that browser, when the provider's
// answer must not be believed, and when no account is theirs; Error(unavailable) when the provider does not answer.
ExternalArrival end_external_login(const Session& session, store::Database& base,
                                   const core::IdentityProvider& provider, std::string_view browser,
                                   const core::IdentityReturn& back, std::string_view peer, std::string_view agent);

// Where to send the browser to end at the provider's the session that began there, and then to `after`; "" for another
// session, or when the provider cannot be told. Asked once, before the session is ended here.
std::string end_external_session(store::Database& base, const core::IdentityProvider& provider,
                                 domain::Id<domain::UserSession> id, const std::string& after);

}  // namespace clausier::app
