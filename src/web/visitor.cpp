// Recognises who sends a request, and shows the way in to who has to prove more.
#include "visitor.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "render.hpp"
#include "route.hpp"

namespace clausier::web {
namespace {

constexpr std::string_view bearer = "bearer ";
constexpr std::string_view code_page = "/connexion/code";

std::string_view access_token(const http::Head& head) {
    const std::string_view field = head.headers.get("authorization").value_or("");
    // The name of a scheme is compared without case (RFC 9110, 11.1).
    const bool named = field.size() > bearer.size() &&
                       std::equal(bearer.begin(), bearer.end(), field.begin(),
                                  [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
    return named ? field.substr(bearer.size()) : std::string_view();
}

Visitor by_token(App& app, const http::Head& head, std::string_view token) {
    Visitor out;
    out.by_token = true;
    if (head.headers.has("cookie")) return out;
    const auto bearer_of = app::token_bearer(app.base, token, app.clock);
    if (!bearer_of) return out;
    out.viewer = bearer_of->viewer;
    out.account = bearer_of->account;
    out.name = bearer_of->name;
    out.token = bearer_of->token;
    out.scope = bearer_of->scope;
    return out;
}

// What a session still lacks, and so what of its rights is left until then.
domain::Viewer viewer_of(const app::SignedIn& signed_in) {
    if (signed_in.needs_second_factor) return {};
    if (signed_in.must_enrol) return {false, signed_in.account, {}};
    return signed_in.viewer;
}

http::Response to(std::string location, const Call& call) {
    http::Response out;
    if (call.request.headers.has("hx-request")) {
        out.status = 204;
        out.headers.set("HX-Redirect", std::move(location));
    } else {
        out.status = 303;
        out.headers.set("Location", std::move(location));
    }
    out.headers.set("Cache-Control", "no-store");
    return out;
}

std::string with_return(std::string_view page, const Call& call) {
    if (call.request.method == "POST") return std::string(page) + "?fait=session-finie";
    const std::string back = safe_return(call.request.target);
    return back == "/" ? std::string(page) : std::string(page) + "?retour=" + http::encode_component(back);
}

// Programs are told in their own words.
http::Response unauthorised(const Call& call, std::string why) {
    http::Response out =
        render_failure(call.app, call.request, true, {401, "Accès refusé", {core::fault("", std::move(why))}});
    out.headers.set("WWW-Authenticate", call.visitor.by_token ? "Bearer error=\"invalid_token\"" : "Bearer");
    return out;
}

}  // namespace

Visitor visitor_of(App& app, const http::Head& head) {
    if (!app.config.accounts) return Visitor::everything();
    Visitor out;
    if (const std::string_view token = access_token(head); !token.empty()) return by_token(app, head, token);
    const std::string token = session_token(head);
    if (token.empty()) return out;
    const auto signed_in = app::session_of(app.base, token, app.clock);
    if (!signed_in) return out;
    out.viewer = viewer_of(*signed_in);
    out.account = signed_in->account;
    out.name = signed_in->name;
    out.session = *signed_in;
    return out;
}

void recognise(Call& call) {
    call.visitor = visitor_of(call.app, call.request);
    call.viewer = call.visitor.viewer;
    if (call.app.config.accounts)
        call.scoped.reset(new store::Database(call.app.base.as(domain::acting(call.viewer, call.route.action))));
}

std::optional<http::Response> way_in(const Call& call) {
    if (!call.app.config.accounts) return std::nullopt;
    const Visitor& visitor = call.visitor;
    if (visitor.by_token && !visitor.account)
        return unauthorised(call, call.request.headers.has("cookie")
                                      ? "un jeton d’accès s’envoie sans cookie ; retirez l’en-tête Cookie"
                                      : "le jeton d’accès est inconnu, expiré ou révoqué ; créez-en un autre sur la "
                                        "page « Mon compte »");
    if (call.route.action == domain::Action::open || call.viewer.whole) return std::nullopt;
    std::string page = "/connexion";
    std::string why = "cette adresse demande un compte ; envoyez un jeton d’accès (Authorization: Bearer …)";
    if (visitor.session && visitor.session->needs_second_factor) {
        page = code_page;
        why = "il reste à donner le code de vérification";
    } else if (visitor.session && visitor.session->must_enrol) {
        if (call.route.pattern == enrol_page) return std::nullopt;
        page = enrol_page;
        why = "ce rôle demande la double authentification ; activez-la sur la page « Mon compte »";
    } else if (visitor.account) {
        return std::nullopt;
    }
    if (call.format == Format::json) return unauthorised(call, std::move(why));
    return to(page == enrol_page ? page : with_return(page, call), call);
}

void touch(const Call& call) {
    const Visitor& visitor = call.visitor;
    if (!visitor.account || call.route.direct || call.app.base.read_only()) return;
    try {
        if (visitor.token) app::touch_token(call.app.base, *visitor.token, call.app.clock);
        if (visitor.session && call.app.clock.now() - visitor.session->seen >= std::chrono::minutes(1))
            app::touch_session(call.app.base, visitor.session->session, call.app.clock);
    } catch (const core::Error&) {
        // A base that is busy keeps nobody from reading a page; the next one tells it.
    }
}

std::string_view session_cookie(const http::Head& head) {
    return head.secure ? "__Host-clausier-session" : "clausier-session";
}

std::string session_cookie_field(const http::Head& head, std::string_view token) {
    std::string out = std::string(session_cookie(head)) + "=" + std::string(token) + "; Path=/; HttpOnly; SameSite=Lax";
    if (head.secure) out += "; Secure";
    if (token.empty()) out += "; Max-Age=0";
    return out;
}

std::string session_token(const http::Head& head) {
    const http::Fields cookies = http::parse_cookies(head.headers.get("cookie").value_or(""));
    return std::string(cookies.get(session_cookie(head)).value_or(""));
}

std::string safe_return(std::string_view wanted) {
    constexpr std::size_t longest = 2000;
    const bool plain = std::all_of(wanted.begin(), wanted.end(), [](char c) { return c > ' ' && c < 0x7f; });
    const bool path = wanted.starts_with('/') && !wanted.starts_with("//") && !wanted.starts_with("/\\");
    const bool ours = path && plain && wanted.size() <= longest && !wanted.starts_with("/connexion");
    return ours && http::parse_target(wanted) ? std::string(wanted) : "/";
}

void require_accounts(const Call& call) {
    if (!call.app.config.accounts)
        throw core::Error(core::ErrorKind::not_found, "",
                          "ce serveur tourne sans comptes (--sans-comptes) : personne n’a à se connecter");
}

}  // namespace clausier::web
