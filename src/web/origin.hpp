// Where a request may come from: the names of the server, its own pages, and nobody else's.
#pragma once
#include <optional>
#include <string>

#include "clausier/http/form.hpp"
#include "clausier/http/message.hpp"
#include "clausier/web/app.hpp"

namespace clausier::web {

// Why the Host of a request is not one of ours (TRUST: DNS rebinding), or nothing.
std::optional<std::string> foreign_host(const http::Head& head, const Config& config);

// Why a request that changes something does not come from one of our own pages, by Sec-Fetch-Site and Origin; nothing
// when it may. A browser too old to say either is judged by its token alone.
std::optional<std::string> foreign_origin(const http::Head& head);

// The cookie that holds a browser's token; over TLS it bears the prefix that keeps other hosts from setting it.
std::string_view token_cookie(const http::Head& head);
// A new token, signed: nobody without the key can plant one. It is worth something in the session of that head alone.
std::string make_token(const http::Head& head, const App& app);
// A token written so that no two are the same, for pages that are compressed (BREACH).
std::string masked_token(std::string_view token, const App& app);
// The token the browser has, when it is one of ours and of its session.
std::optional<std::string> browser_token(const http::Head& head, const App& app);
// Whether the form carries the browser's own token, masked or not.
bool token_matches(const http::Head& head, const http::Fields& form, const App& app);

}  // namespace clausier::web
