// Who sends a request: the account of its session cookie or of its access token, or nobody in particular.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "call.hpp"

namespace clausier::web {

// The account of a head, cheaply: one indexed read, nothing written. On a server run without accounts everybody is
// everything. Throws Error(unavailable) when the database does not answer.
Visitor visitor_of(App& app, const http::Head& head);

// Gives the call its visitor, its viewer and the database as they see it.
void recognise(Call& call);

// Where a visitor who may not go on is sent: to log in, to give their one-time code, to set up a second factor; or the
// 401 of a program. Nothing for who may go on. What their role opens is the matter of permission.hpp.
std::optional<http::Response> way_in(const Call& call);

// Tells the session or the token that it was seen, now and then; never on a network thread.
void touch(const Call& call);

// The cookie of a session; over TLS it bears the prefix that keeps other hosts from setting it.
std::string_view session_cookie(const http::Head& head);
// The Set-Cookie field that gives a browser its session, or with "" takes it away.
std::string session_cookie_field(const http::Head& head, std::string_view token);
// The session token a browser sent, "" without.
std::string session_token(const http::Head& head);

// `wanted` when it is a path of ours with its query, which a browser cannot take for another host; else "/".
std::string safe_return(std::string_view wanted);

// Error(not_found) on a server run without accounts: there is nobody to log in.
void require_accounts(const Call& call);

// Where a second factor is set up.
inline constexpr std::string_view enrol_page = "/compte/double-authentification";

// Beginnings of paths after which a one-time secret stands: the access log leaves it out.
inline constexpr std::string_view invitation_path = "/invitation/";
inline constexpr std::string_view password_link_path = "/mot-de-passe/";

}  // namespace clausier::web
