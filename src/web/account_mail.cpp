// Writes the mails of accounts.
#include "account_mail.hpp"

#include <boost/json/object.hpp>

#include "account_views.hpp"
#include "clausier/http/form.hpp"

namespace clausier::web {

std::string own_origin(const http::Head& head) {
    return std::string(head.secure ? "https://" : "http://") + std::string(head.headers.get("host").value_or(""));
}

bool has_mail(const App& app) { return static_cast<bool>(app.config.post); }

core::Mail link_mail(const app::AccountLink& link, std::string_view origin, std::string_view instance) {
    const bool reset = link.kind == domain::InvitationKind::password_reset;
    core::Mail out;
    out.to = link.account ? link.account->email : "";
    out.until = link.expires;
    out.subject = (reset ? "Choisir un autre mot de passe – " : "Invitation – ") + std::string(instance);
    out.text = "Bonjour,\n\n" +
               std::string(reset ? "quelqu’un, sans doute vous, demande un autre mot de passe pour votre compte de "
                                 : "vous êtes invité à ouvrir un compte sur ") +
               std::string(instance) + ".\nPour le choisir, ouvrez ce lien ; il ne sert qu’une fois, jusqu’au " +
               moment(link.expires) + "\u00a0:\n\n" + std::string(origin) + link.path() + "\n\n" +
               (reset ? "Si ce n’était pas vous, ne faites rien : votre mot de passe ne change pas.\n"
                      : "Si vous n’attendiez pas ce message, ne faites rien : le compte restera fermé.\n");
    return out;
}

app::SendLink send_link(const Call& call) {
    if (!has_mail(call.app)) return {};
    return [&post = call.app.config.post, origin = own_origin(call.request), instance = call.app.identity()->name](
               store::Transaction& tx, const app::AccountLink& link) { post(tx, link_mail(link, origin, instance)); };
}

boost::json::value provider_view(const Call& call, std::string_view back) {
    const core::IdentityProvider& provider = call.app.config.identity;
    if (!provider) return nullptr;
    return boost::json::object{
        {"nom", provider.label},
        {"url", "/connexion/oidc" + (back == "/" ? std::string() : "?retour=" + http::encode_component(back))}};
}

}  // namespace clausier::web
