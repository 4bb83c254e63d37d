// What every page has around its content: names, navigation, account, trail, assets, message.
#pragma once
#include <boost/json/object.hpp>

#include "call.hpp"

namespace clausier::web {

// "cadre": titre, instance, css, js, htmx, icone, navigation[] (url, libelle, courante) of what the visitor may open,
// compte (or null: nom, url or null, jeton or null), connexion (an address, or null), peut (permission.hpp), a_un_fil,
// fil[] (url, libelle: what they may open), message (or null), exports[] (url, libelle).
boost::json::object frame(Call& call, const Reply& reply);

// Whether there is such a page ("/marches", without parts) and its right is the viewer's.
bool opens(const domain::Viewer& viewer, std::string_view url);

// The same for a page that answers no route: an error before routing. Never throws.
boost::json::object bare_frame(App& app, const http::Head& head, std::string_view title);

}  // namespace clausier::web
