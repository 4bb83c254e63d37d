// Judges the right of a route.
#include "permission.hpp"

#include "route.hpp"

namespace clausier::web {

std::string missing_right(const Visitor& visitor, domain::Action action) {
    const std::string what = "«\u00a0" + std::string(domain::action_label(action)) + "\u00a0»";
    if (!domain::may(visitor.viewer, action))
        return "votre compte n’a pas le droit de " + what +
               ", que donnent ces rôles\u00a0: " + domain::who_may(action) + "\u00a0; demandez-le à un administrateur";
    if (visitor.scope && !visitor.scope->allows(action))
        return "ce jeton d’accès n’a pas le droit de " + what + "\u00a0; créez-en un qui l’ait";
    return "";
}

void require_right(const Call& call) {
    if (std::string why = missing_right(call.visitor, call.route.action); !why.empty())
        throw core::Error(core::ErrorKind::forbidden, "", std::move(why));
}

std::string if_may(const Call& call, domain::Action action, std::string url) {
    return missing_right(call.visitor, action).empty() ? std::move(url) : std::string();
}

}  // namespace clausier::web
