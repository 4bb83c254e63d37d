// The way to an identity provider and back.
#include "identity_pages.hpp"

#include <boost/json/array.hpp>

#include "account_mail.hpp"
#include "clausier/app/external_login.hpp"
#include "clausier/app/login.hpp"
#include "route.hpp"
#include "visitor.hpp"

namespace clausier::web {
namespace {

constexpr std::string_view return_path = "/connexion/oidc/retour";
constexpr std::string_view left_path = "/deconnexion/oidc";

const core::IdentityProvider& required_provider(const Call& call) {
    require_accounts(call);
    if (!call.app.config.identity)
        throw core::Error(core::ErrorKind::not_found, "",
                          "ce serveur n’a pas de fournisseur d’identité\u00a0; connectez-vous avec un mot de passe");
    return call.app.config.identity;
}

std::string_view browser_cookie(const http::Head& head) {
    return head.secure ? "__Host-clausier-oidc" : "clausier-oidc";
}

// Lax: the browser comes back from another site.
std::string browser_cookie_field(const http::Head& head, const std::string& value) {
    std::string out = std::string(browser_cookie(head)) + "=" + value +
                      "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + (value.empty() ? "0" : "600");
    if (head.secure) out += "; Secure";
    return out;
}

// What went wrong at the provider's or on the way, with the way back; nothing is open.
Reply refused(Call& call, const core::Error& error) {
    Reply out;
    out.status = error.kind() == core::ErrorKind::unavailable ? 503 : 403;
    out.title = "Connexion refusée";
    out.page = "connexion_refusee.html";
    boost::json::array sentences;
    for (const core::Issue& issue : error.issues()) {
        std::string text = issue.where.empty() ? issue.text : call.app.config.identity.label + "\u00a0: " + issue.text;
        if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
        sentences.emplace_back(text);
    }
    out.view = {{"phrases", std::move(sentences)}};
    out.headers.set("Cache-Control", "no-store");
    return out;
}

Reply begin(Call& call) {
    const core::IdentityProvider& provider = required_provider(call);
    const app::ExternalDeparture departure =
        app::begin_external_login(call.session(), call.app.base, provider,
                                  own_origin(call.request) + std::string(return_path), safe_return(call.get("retour")));
    Reply out = Reply::see(departure.url);
    out.cookies.push_back(browser_cookie_field(call.request, departure.browser));
    return out;
}

Reply end(Call& call) {
    const core::IdentityProvider& provider = required_provider(call);
    const http::Fields cookies = http::parse_cookies(call.request.headers.get("cookie").value_or(""));
    const app::ExternalArrival arrival = app::end_external_login(
        call.session(), call.app.base, provider, cookies.get(browser_cookie(call.request)).value_or(""),
        {call.get("code"), call.get("state"), call.get("iss"), call.get("error")}, call.request.peer,
        call.request.headers.get("user-agent").value_or(""));
    app::log_out(call.session(), call.app.base, session_token(call.request));
    const auto opened = app::session_of(call.app.base, arrival.token, call.app.clock);
    const bool awaits_code = opened && opened->needs_second_factor;
    const std::string onward = safe_return(arrival.return_path);
    Reply out = Reply::see(!awaits_code    ? onward
                           : onward == "/" ? "/connexion/code"
                                           : "/connexion/code?retour=" + http::encode_component(onward));
    out.cookies = {session_cookie_field(call.request, arrival.token), browser_cookie_field(call.request, "")};
    return out;
}

// The same, where a refusal is a page from which one can begin again.
template <Reply (*Step)(Call& call)>
Reply step(Call& call) {
    required_provider(call);
    try {
        return Step(call);
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::forbidden && error.kind() != core::ErrorKind::unavailable) throw;
        return refused(call, error);
    }
}

Reply left(Call& call) {
    required_provider(call);
    return Reply::see("/connexion", "deconnecte");
}

}  // namespace

std::string provider_exit(const Call& call) {
    if (!call.visitor.session) return {};
    return app::end_external_session(call.app.base, call.app.config.identity, call.visitor.session->session,
                                     own_origin(call.request) + std::string(left_path));
}

Reply leave_to_provider(Call& call, const std::string& url) {
    Reply out;
    out.title = "Déconnexion";
    out.page = "deconnexion_oidc.html";
    out.view = {{"nom", call.app.config.identity.label}, {"url", url}};
    out.headers.set("Cache-Control", "no-store");
    out.headers.set("Refresh", "0; url=" + url);
    return out;
}

std::vector<Route> identity_routes() {
    constexpr Formats page{true, false, false};
    return {
        {"GET",
         "/connexion/oidc",
         Action::open,
         step<begin>,
         "Envoie se connecter chez le fournisseur d’identité",
         {{"retour", "l’adresse où aller ensuite", "/marches"}},
         page},
        {"GET",
         return_path,
         Action::open,
         step<end>,
         "Le retour du fournisseur d’identité : ouvre la session",
         {{"code", "code d’autorisation"},
          {"state", "état de la connexion commencée"},
          {"iss", "fournisseur qui répond"},
          {"error", "motif d’un refus"}},
         page},
        {"GET",
         left_path,
         Action::open,
         left,
         "Le retour après la déconnexion chez le fournisseur d’identité",
         {},
         page},
    };
}

}  // namespace clausier::web
