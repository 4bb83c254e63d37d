// Coming in and going out: the password, the one-time code, the end of a session.
#include "account_mail.hpp"
#include "clausier/app/accounts.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "identity_pages.hpp"
#include "route.hpp"
#include "visitor.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

std::string user_agent(const Call& call) { return std::string(call.request.headers.get("user-agent").value_or("")); }

// The address to go on to, from the query of a first visit or from the form.
std::string return_of(const Call& call) {
    const http::Fields& from = call.request.method == "POST" ? call.form.fields : call.query;
    return safe_return(from.get("retour").value_or(""));
}

std::string code_page(const Call& call) {
    const std::string back = return_of(call);
    return back == "/" ? "/connexion/code" : "/connexion/code?retour=" + http::encode_component(back);
}

bool awaits_code(const Call& call) {
    return call.visitor.session.has_value() && call.visitor.session->needs_second_factor;
}

// Where a form was refused, the status says it; a wait is told to programs by its seconds too.
void refuse_in(Reply& out, const app::LoginAnswer& answer) {
    out.status = 422;
    if (answer.outcome != app::LoginAnswer::Outcome::wait) return;
    out.status = 429;
    out.headers.set("Retry-After", std::to_string(answer.wait.count()));
}

Reply login_form(Call& call, std::vector<core::Issue> issues) {
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = "Se connecter";
    out.page = "connexion.html";
    const FormView form(std::move(issues));
    out.view = {{"jeton", call.token()},
                {"lecture_seule", call.app.base.read_only()},
                {"retour", return_of(call)},
                {"instance", call.app.identity()->name},
                {"fournisseur", provider_view(call, return_of(call))},
                {"courriel", form.field({"courriel", "Adresse électronique", "", "", "email", true, {}, "username"},
                                        FormReader(call.form.fields).text("courriel"))},
                {"mot_de_passe",
                 form.field({"mot_de_passe", "Mot de passe", "", "", "password", true, {}, "current-password"}, "")}};
    form.summarise(out.view);
    return out;
}

Reply login_page(Call& call) {
    require_accounts(call);
    if (awaits_code(call)) return Reply::see(code_page(call));
    if (call.visitor.account) return Reply::see(return_of(call));
    return login_form(call, {});
}

// What a refusal says, without saying whether the account exists.
std::vector<core::Issue> refusal(const app::LoginAnswer& answer, std::string_view field, std::string_view wrong) {
    if (answer.outcome == app::LoginAnswer::Outcome::wait)
        return {{core::Severity::error, "trop_d_essais", std::string(field), app::wait_sentence(answer.wait)}};
    return {{core::Severity::error, "refuse", std::string(field), std::string(wrong)}};
}

// The session that was there before, if any, is nobody's any more.
Reply entered(Call& call, const app::LoginAnswer& answer) {
    const bool code = answer.outcome == app::LoginAnswer::Outcome::code_needed;
    const auto session = app::session_of(call.app.base, answer.token, call.app.clock);
    const std::string then = session && session->must_enrol ? std::string(enrol_page) : return_of(call);
    Reply out = Reply::see(code ? code_page(call) : then);
    out.cookies.push_back(session_cookie_field(call.request, answer.token));
    return out;
}

bool accepted(const app::LoginAnswer& answer) {
    return answer.outcome == app::LoginAnswer::Outcome::signed_in ||
           answer.outcome == app::LoginAnswer::Outcome::code_needed;
}

Reply log_in(Call& call) {
    require_accounts(call);
    const std::string password(call.form.fields.get("mot_de_passe").value_or(""));
    const app::LoginAnswer answer =
        app::log_in(call.session(), call.app.base, FormReader(call.form.fields).text("courriel"), password,
                    call.request.peer, user_agent(call));
    if (accepted(answer)) {
        app::log_out(call.session(), call.app.base, session_token(call.request));
        return entered(call, answer);
    }
    const auto issues = refusal(answer, "courriel",
                                "l’adresse ou le mot de passe est faux ; vérifiez les deux, ou demandez un autre mot "
                                "de passe");
    require_page(call, issues);
    Reply out = login_form(call, issues);
    refuse_in(out, answer);
    return out;
}

Reply code_form(Call& call, std::vector<core::Issue> issues) {
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = "Code de vérification";
    out.page = "connexion_code.html";
    const FormView form(std::move(issues));
    out.view = {
        {"jeton", call.token()},
        {"retour", return_of(call)},
        {"instance", call.app.identity()->name},
        {"code",
         form.field({"code", "Code", "6 chiffres, ou un code de secours", "", "text", true, {}, "one-time-code"}, "")}};
    form.summarise(out.view);
    return out;
}

Reply code_page_shown(Call& call) {
    require_accounts(call);
    if (!awaits_code(call)) return Reply::see(call.visitor.account ? return_of(call) : "/connexion");
    return code_form(call, {});
}

Reply give_code(Call& call) {
    require_accounts(call);
    if (!awaits_code(call)) return Reply::see(call.visitor.account ? return_of(call) : "/connexion");
    const app::LoginAnswer answer = app::give_code(call.session(), call.app.base, session_token(call.request),
                                                   FormReader(call.form.fields).text("code"));
    if (accepted(answer)) return entered(call, answer);
    const auto issues = refusal(answer, "code",
                                "ce code n’est pas le bon ; attendez le suivant dans l’application, ou prenez un code "
                                "de secours qui n’a pas servi");
    require_page(call, issues);
    Reply out = code_form(call, issues);
    refuse_in(out, answer);
    return out;
}

Reply log_out(Call& call) {
    require_accounts(call);
    const std::string further = provider_exit(call);
    app::log_out(call.session(), call.app.base, session_token(call.request));
    Reply out = further.empty() ? Reply::see("/connexion", "deconnecte") : leave_to_provider(call, further);
    out.cookies.push_back(session_cookie_field(call.request, ""));
    // Not "cookies": those of the other sites of the domain would go too.
    out.headers.set("Clear-Site-Data", "\"cache\", \"storage\"");
    return out;
}

}  // namespace

std::vector<Route> login_routes() {
    constexpr Formats page{true, false, false};
    using domain::Action;
    const Parameter back{"retour", "l’adresse où aller ensuite", "/marches"};
    return {
        {"GET", "/connexion", Action::open, login_page, "La page où l’on se connecte", {back}, page},
        {"POST",
         "/connexion",
         Action::open,
         log_in,
         "Ouvre une session par une adresse et un mot de passe",
         {{"courriel", "adresse électronique", "", true}, {"mot_de_passe", "mot de passe", "", true}, back},
         page},
        {"GET",
         "/connexion/code",
         Action::open,
         code_page_shown,
         "La page du code de vérification, après le mot de passe",
         {back},
         page},
        {"POST",
         "/connexion/code",
         Action::open,
         give_code,
         "Achève d’ouvrir la session par un code à usage unique ou un code de secours",
         {{"code", "code", "", true}, back},
         page},
        {"POST", "/deconnexion", Action::open, log_out, "Ferme la session", {}, page},
    };
}

}  // namespace clausier::web
