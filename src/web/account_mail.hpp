// What accounts need of the world around the server: the mail that carries a link, and an identity provider.
#pragma once
#include <boost/json/value.hpp>
#include <string>

#include "call.hpp"
#include "clausier/app/accounts.hpp"

namespace clausier::web {

// "https://clauses.example" as the browser calls us, checked against the names of the server.
std::string own_origin(const http::Head& head);

// Whether a link can be sent by mail; without, whoever makes it hands it over.
bool has_mail(const App& app);
// What writes the mail of a link; empty without mail.
app::SendLink send_link(const Call& call);
// The mail of a link: who it is for, what it opens and until when.
core::Mail link_mail(const app::AccountLink& link, std::string_view origin, std::string_view instance);

// The button of the identity provider (nom, url), or null without one.
boost::json::value provider_view(const Call& call, std::string_view back);

}  // namespace clausier::web
