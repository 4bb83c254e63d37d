// One's own account: what it may, its password, its open sessions, its access tokens.
#include "own_account_pages.hpp"

#include "account_views.hpp"
#include "clausier/app/second_factor.hpp"
#include "clausier/core/french.hpp"
#include "edit_form.hpp"
#include "form_reader.hpp"
#include "route.hpp"
#include "visitor.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::Account;

// What the page shows, read once.
struct Own {
    app::AccountSheet sheet;
    std::vector<domain::UserSession> sessions;
    std::vector<domain::ApiToken> tokens;
    std::size_t codes_left = 0;
};

Own read(const Call& call) {
    const app::Session session = call.session();
    const domain::Id<Account> id = *call.viewer.account;
    return {app::account_sheet(session, call.app.base, id), app::sessions(session, call.app.base, id),
            app::access_tokens(session, call.app.base, id), app::recovery_codes_left(call.app.base, id)};
}

std::string iso_moment(core::Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    return core::iso(std::chrono::year_month_day(day));
}

std::string scope_text(const domain::TokenScope& scope) {
    std::string out = scope.read_only ? "consulter" : "consulter et modifier";
    for (std::size_t i = 0; i < scope.actions.size(); ++i)
        out += (i == 0 ? " : " : ", ") + std::string(domain::action_label(scope.actions[i]));
    return out;
}

json::object document(const Own& own) {
    json::array sessions, tokens, rights;
    for (const domain::UserSession& one : own.sessions)
        sessions.push_back({{"numero", one.id.value}, {"adresse", one.peer}, {"navigateur", one.agent}});
    for (const domain::ApiToken& one : own.tokens)
        tokens.push_back({{"numero", one.id.value}, {"usage", one.label}, {"expire_le", iso_moment(one.expires)}});
    for (const json::value& one : membership_views(own.sheet)) rights.push_back(one.at("texte"));
    return {{"numero", own.sheet.account.id.value}, {"nom", own.sheet.account.name},
            {"courriel", own.sheet.account.email},  {"double_authentification", own.sheet.account.second_factor},
            {"habilitations", std::move(rights)},   {"sessions", std::move(sessions)},
            {"jetons", std::move(tokens)}};
}

json::array session_views(const Call& call, const Own& own) {
    json::array out;
    for (const domain::UserSession& one : own.sessions)
        out.push_back({{"numero", one.id.value},
                       {"navigateur", one.agent.empty() ? "inconnu" : one.agent},
                       {"adresse", one.peer},
                       {"ouverte", moment(one.created)},
                       {"vue", moment(one.seen)},
                       {"celle_ci", call.visitor.session && call.visitor.session->session == one.id}});
    return out;
}

json::array token_views(const Own& own) {
    json::array out;
    for (const domain::ApiToken& one : own.tokens)
        out.push_back({{"numero", one.id.value},
                       {"usage", one.label},
                       {"portee", scope_text(one.scope)},
                       {"expire", moment(one.expires)},
                       {"servi", one.used ? moment(*one.used) : std::string("jamais")}});
    return out;
}

std::string codes_sentence(std::size_t left) {
    if (left == 0) return "Il ne reste aucun code de secours : faites-en de nouveaux.";
    return left == 1 ? "Il reste 1 code de secours." : "Il reste " + std::to_string(left) + " codes de secours.";
}

// The fields of one form; faults of another form are not theirs.
FormView form_of(std::string_view form, std::string_view faulty, const std::vector<core::Issue>& issues) {
    return FormView(form == faulty ? issues : std::vector<core::Issue>());
}

void add_second_factor(json::object& view, const Own& own, std::string_view faulty,
                       const std::vector<core::Issue>& issues) {
    const auto field = [&](std::string_view form, std::string id) {
        std::vector<core::Issue> named = form == faulty ? issues : std::vector<core::Issue>();
        for (core::Issue& issue : named) issue.where = id;
        return FormView(std::move(named))
            .field({"code", "Code de l’application", "", "numeric", "text", true, id, "one-time-code"}, "");
    };
    const bool active = own.sheet.account.second_factor;
    view["double_active"] = active;
    view["double_libre"] = active && !domain::needs_second_factor(own.sheet.account.memberships);
    view["codes_restants"] = codes_sentence(own.codes_left);
    view["code_nouveaux"] = field("codes", "code_nouveaux");
    view["code_retrait"] = field("retrait", "code_retrait");
}

void add_token_form(json::object& view, const Call& call, const FormView& form) {
    const FormReader sent(call.form.fields);
    const auto in_90_days = call.app.clock.now() + std::chrono::days(90);
    const std::string expires = sent.text("expire_le");
    view["jeton_usage"] =
        form.field({"libelle", "Usage", "par exemple : export mensuel", "", "text", true}, sent.text("libelle"));
    view["jeton_portee"] = form.choice({"portee", "Peut"}, sent.text("portee"),
                                       {{"consulter", "consulter seulement"}, {"tout", "consulter et modifier"}});
    view["jeton_expire"] = form.field({"expire_le", "Expire le", "un an au plus", "", "date", true},
                                      expires.empty() ? iso_moment(in_90_days) : expires);
    view["jeton_preuve"] = form.field(
        {"preuve", "Votre mot de passe, ou le code de ce moment", "", "", "password", true, {}, "current-password"},
        "");
}

Reply page(Call& call) {
    require_own_account(call);
    return own_account(call, {}, "");
}

Reply rename(Call& call) {
    require_own_account(call);
    try {
        app::rename(call.session(), call.app.base, *call.viewer.account, FormReader(call.form.fields).text("nom"));
        return Reply::see("/compte", "compte-renomme");
    } catch (const core::Error& error) {
        if (!mendable(error) || !call.html()) throw;
        return own_account(call, error.issues(), "nom");
    }
}

Reply change_password(Call& call) {
    require_own_account(call);
    std::vector<core::Issue> issues = confirmation_faults(call);
    if (issues.empty()) {
        try {
            app::change_password(call.session(), call.app.base, sent_password(call, "mot_de_passe_actuel"),
                                 sent_password(call, "mot_de_passe"), call.visitor.session->session);
            return Reply::see("/compte", "mot-de-passe-change");
        } catch (const core::Error& error) {
            if (!mendable(error)) throw;
            issues = error.issues();
        }
    }
    require_page(call, issues);
    return own_account(call, std::move(issues), "mot_de_passe");
}

Reply close_session(Call& call) {
    require_own_account(call);
    app::end_session(call.session(), call.app.base, domain::Id<domain::UserSession>{call.id()});
    return Reply::see("/compte", "session-fermee");
}

Reply close_others(Call& call) {
    require_own_account(call);
    app::end_sessions(call.session(), call.app.base, *call.viewer.account, call.visitor.session->session);
    return Reply::see("/compte", "sessions-fermees");
}

// Shown in answer to the form, and never again.
Reply make_token(Call& call) {
    require_own_account(call);
    FormReader reader(call.form.fields);
    domain::ApiToken token;
    token.label = reader.text("libelle");
    token.scope.read_only = reader.text("portee") != "tout";
    if (const auto day = reader.date("expire_le")) token.expires = std::chrono::sys_days(*day);
    std::vector<core::Issue> issues = reader.issues();
    if (issues.empty()) {
        try {
            const app::NewToken made =
                app::create_token(call.session(), call.app.base, token, sent_password(call, "preuve"));
            Reply out;
            out.title = "Jeton d’accès";
            out.trail = {{"/compte", "Mon compte"}};
            out.page = "secret_montre.html";
            out.answer.document = json::object{{"numero", made.token.id.value}, {"jeton", made.text}};
            out.view = {{"titre", "Jeton d’accès"},
                        {"explication",
                         "Ce jeton ne sera plus jamais montré : copiez-le maintenant là où le programme "
                         "le lira. Qui l’a peut agir en votre nom."},
                        {"secret", made.text},
                        {"suite", "/compte"}};
            return out;
        } catch (const core::Error& error) {
            if (!mendable(error)) throw;
            issues = error.issues();
        }
    }
    require_page(call, issues);
    return own_account(call, std::move(issues), "jetons");
}

Reply revoke_token(Call& call) {
    require_own_account(call);
    app::end_token(call.session(), call.app.base, domain::Id<domain::ApiToken>{call.id()});
    return Reply::see("/compte", "jeton-revoque");
}

}  // namespace

void require_own_account(const Call& call) {
    require_accounts(call);
    if (!call.visitor.session)
        throw core::Error(core::ErrorKind::forbidden, "",
                          "un jeton d’accès ne gère pas le compte ; connectez-vous dans un navigateur");
}

Reply own_account(Call& call, std::vector<core::Issue> issues, std::string_view faulty) {
    const Own own = read(call);
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = "Mon compte";
    out.page = "compte.html";
    out.answer.document = document(own);
    if (!call.html()) return out;
    const FormView password = form_of("mot_de_passe", faulty, issues);
    const FormReader sent(call.form.fields);
    json::array rights = membership_views(own.sheet);
    json::array sessions = session_views(call, own);
    json::array tokens = token_views(own);
    out.view = {
        {"jeton", call.token()},
        {"nom", own.sheet.account.name},
        {"adresse", own.sheet.account.email},
        {"a_des_habilitations", !rights.empty()},
        {"habilitations", std::move(rights)},
        {"nom_affiche", form_of("nom", faulty, issues)
                            .field({"nom", "Nom affiché", "", "", "text", true, {}, "name"},
                                   faulty == "nom" ? sent.text("nom") : own.sheet.account.name)},
        {"actuel",
         password.field(
             {"mot_de_passe_actuel", "Mot de passe actuel", "", "", "password", true, {}, "current-password"}, "")},
        {"nouveau", new_password_field(password)},
        {"confirmation", confirmation_field(password)},
        {"plusieurs_sessions", sessions.size() > 1},
        {"sessions", std::move(sessions)},
        {"a_des_jetons", !tokens.empty()},
        {"jetons", std::move(tokens)}};
    add_second_factor(out.view, own, faulty, issues);
    add_token_form(out.view, call, form_of("jetons", faulty, issues));
    if (faulty == "codes" || faulty == "retrait")
        for (core::Issue& issue : issues) issue.where = faulty == "codes" ? "code_nouveaux" : "code_retrait";
    FormView(std::move(issues)).summarise(out.view);
    return out;
}

std::vector<Route> own_account_routes() {
    constexpr Formats form{true, false, false};
    using domain::Action;
    return {
        {"GET",
         "/compte",
         Action::own_account,
         page,
         "Son propre compte : habilitations, sessions ouvertes, jetons",
         {},
         {true, true, false}},
        {"POST",
         "/compte/nom",
         Action::own_account,
         rename,
         "Change le nom affiché de son compte",
         {{"nom", "nom affiché", "", true}},
         form},
        {"POST",
         "/compte/mot-de-passe",
         Action::own_account,
         change_password,
         "Change son mot de passe, et ferme ses autres sessions",
         {{"mot_de_passe_actuel", "mot de passe actuel", "", true},
          {"mot_de_passe", "nouveau mot de passe", "", true},
          {"confirmation", "le même", "", true}},
         form},
        {"POST",
         "/compte/sessions/{id}/fermer",
         Action::own_account,
         close_session,
         "Ferme une de ses sessions",
         {{"id", "numéro de la session"}},
         form},
        {"POST",
         "/compte/sessions/fermer",
         Action::own_account,
         close_others,
         "Ferme toutes ses autres sessions",
         {},
         form},
        {"POST",
         "/compte/jetons",
         Action::own_account,
         make_token,
         "Crée un jeton d’accès, montré une fois",
         {{"libelle", "à quoi il sert", "export mensuel", true},
          {"portee", "consulter ou tout", "consulter"},
          {"expire_le", "dernier jour, dans l’année", "2027-01-31", true}},
         form},
        {"POST",
         "/compte/jetons/{id}/revoquer",
         Action::own_account,
         revoke_token,
         "Révoque un de ses jetons",
         {{"id", "numéro du jeton"}},
         form},
    };
}

}  // namespace clausier::web
