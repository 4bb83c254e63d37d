// What every page has around its content: names, navigation, trail, assets, message.
#pragma once
#include <boost/json/object.hpp>

#include "call.hpp"

namespace clausier::web {

// "cadre": titre, instance, css, js, htmx, icone, navigation[] (url, libelle, courante), a_un_fil, fil[] (url,
// libelle), message (or null), exports[] (url, libelle).
boost::json::object frame(const Call& call, const Reply& reply);

// The same for a page that answers no route: an error before routing.
boost::json::object bare_frame(App& app, std::string_view title);

}  // namespace clausier::web
