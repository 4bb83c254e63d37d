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

bool allows(const Visitor& visitor, domain::Action action) {
    return domain::may(visitor.viewer, action) && (!visitor.scope || visitor.scope->allows(action));
}

boost::json::object rights_view(const Visitor& visitor) {
    boost::json::object out;
    for (const domain::Grant& grant : domain::grants) {
        const std::size_t dot = grant.code.find('.');
        if (dot == std::string_view::npos) continue;
        boost::json::value& of_subject = out[grant.code.substr(0, dot)];
        if (!of_subject.is_object()) of_subject = boost::json::object();
        of_subject.as_object()[grant.code.substr(dot + 1)] = allows(visitor, grant.action);
    }
    return out;
}

void require_right(const Call& call) {
    std::string why = missing_right(call.visitor, call.route.action);
    if (why.empty()) return;
    // The access log names no account; who tries what is not theirs is worth a line that does.
    if (call.app.config.log)
        call.app.config.log("droit refusé : " + call.session().actor + " " + call.request.method + " " +
                            std::string(call.route.pattern) + " " +
                            std::string(domain::action_code(call.route.action)));
    throw core::Error(core::ErrorKind::forbidden, "", std::move(why));
}

std::string if_may(const Call& call, domain::Action action, std::string url) {
    return allows(call.visitor, action) ? std::move(url) : std::string();
}

}  // namespace clausier::web
