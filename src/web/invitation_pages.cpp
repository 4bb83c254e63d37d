// Pages of links that open once: an invitation, the first administrator, another password; and asking for the last.
#include "account_mail.hpp"
#include "account_views.hpp"
#include "clausier/app/accounts.hpp"
#include "edit_form.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "route.hpp"
#include "visitor.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::InvitationKind;

struct Words {
    std::string_view title, explanation, button;
};

Words words(InvitationKind kind) {
    switch (kind) {
        case InvitationKind::first_admin:
            return {"Premier administrateur",
                    "Ce compte invitera les autres. La double authentification lui sera demandée ensuite.",
                    "Créer le compte"};
        case InvitationKind::invitation:
            return {"Bienvenue",
                    "Choisissez votre mot de passe : le compte sera ouvert, et vous pourrez vous connecter.",
                    "Ouvrir le compte"};
        case InvitationKind::password_reset:
            break;
    }
    return {"Choisir un autre mot de passe", "Les sessions ouvertes de ce compte seront fermées.",
            "Changer le mot de passe"};
}

// The link of the address; an unknown one and a spent one are told alike.
app::OpenLink link_of(const Call& call) {
    require_accounts(call);
    auto link = app::open_link(call.app.base, call.parts.at(0), call.app.clock);
    const bool reset = call.route.pattern.starts_with("/mot-de-passe/");
    if (!link || reset != (link->invitation.kind == InvitationKind::password_reset))
        throw core::Error(core::ErrorKind::not_found, "",
                          "ce lien a déjà servi ou n’est plus valable ; demandez-en un autre à un administrateur");
    return std::move(*link);
}

Reply link_form(Call& call, const app::OpenLink& link, std::vector<core::Issue> issues) {
    const InvitationKind kind = link.invitation.kind;
    const Words said = words(kind);
    const bool first = kind == InvitationKind::first_admin;
    const FormReader sent(call.form.fields);
    const auto typed = [&](std::string_view name, std::string known) {
        return call.form.fields.has(name) ? sent.text(name) : std::move(known);
    };
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = said.title;
    out.page = "mot_de_passe_choisir.html";
    // The address is a secret. "no-referrer" would make browsers send the form with "Origin: null".
    out.headers.set("Referrer-Policy", "strict-origin");
    const FormView form(std::move(issues));
    out.view = {{"jeton", call.token()},
                {"titre", said.title},
                {"explication", said.explanation},
                {"bouton", said.button},
                {"action", call.path},
                {"identifiant", link.account ? json::value(link.account->email) : json::value(nullptr)},
                {"nom", nullptr},
                {"courriel", nullptr}};
    if (kind != InvitationKind::password_reset)
        out.view["nom"] = form.field({"nom", "Nom affiché", "", "", "text", true, {}, "name"},
                                     typed("nom", link.account ? link.account->name : ""));
    if (first)
        out.view["courriel"] = form.field({"courriel", "Adresse électronique", "", "", "email", true, {}, "username"},
                                          typed("courriel", ""));
    out.view["nouveau"] = new_password_field(form);
    out.view["confirmation"] = confirmation_field(form);
    form.summarise(out.view);
    return out;
}

Reply link_page(Call& call) { return link_form(call, link_of(call), {}); }

Reply accept(Call& call) {
    const app::OpenLink link = link_of(call);
    const FormReader reader(call.form.fields);
    app::Acceptance acceptance;
    acceptance.email = reader.text("courriel");
    acceptance.name = link.invitation.kind == InvitationKind::password_reset && link.account ? link.account->name
                                                                                             : reader.text("nom");
    acceptance.password = sent_password(call, "mot_de_passe");
    std::vector<core::Issue> issues = confirmation_faults(call);
    if (issues.empty()) {
        try {
            app::accept_link(call.session(), call.app.base, call.parts.at(0), acceptance);
            Reply out =
                Reply::see("/connexion", link.invitation.kind == InvitationKind::password_reset ? "mot-de-passe-change"
                                                                                                : "compte-ouvert");
            out.cookies.push_back(session_cookie_field(call.request, ""));
            return out;
        } catch (const core::Error& error) {
            if (!mendable(error)) throw;
            issues = error.issues();
        }
    }
    require_page(call, issues);
    return link_form(call, link, std::move(issues));
}

Reply ask_form(Call& call, std::vector<core::Issue> issues) {
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = "Mot de passe oublié";
    out.page = "mot_de_passe_oublie.html";
    const FormView form(std::move(issues));
    out.view = {{"jeton", call.token()},
                {"demande", call.get("envoye") == "1"},
                {"courrier", has_mail(call.app)},
                {"courriel", form.field({"courriel", "Adresse électronique", "", "", "email", true, {}, "username"},
                                        FormReader(call.form.fields).text("courriel"))}};
    form.summarise(out.view);
    return out;
}

Reply ask_page(Call& call) {
    require_accounts(call);
    return ask_form(call, {});
}

Reply ask(Call& call) {
    require_accounts(call);
    FormReader reader(call.form.fields);
    reader.require("courriel", "l’adresse électronique");
    std::vector<core::Issue> issues = reader.issues();
    if (issues.empty() && has_mail(call.app)) {
        try {
            app::ask_reset(call.session(), call.app.base, reader.text("courriel"), call.request.peer, send_link(call));
        } catch (const core::Error& error) {
            if (error.kind() != core::ErrorKind::invalid) throw;
            issues = error.issues();
        }
    }
    require_page(call, issues);
    return issues.empty() ? Reply::see("/mot-de-passe?envoye=1") : ask_form(call, std::move(issues));
}

}  // namespace

std::vector<Route> invitation_routes() {
    constexpr Formats page{true, false, false};
    using domain::Action;
    const Parameter token{"jeton_du_lien", "le secret du lien, qui ne sert qu’une fois"};
    const Parameter password{"mot_de_passe", "mot de passe, de 15 caractères ou plus", "", true};
    const Parameter again{"confirmation", "le même mot de passe", "", true};
    const Parameter email{"courriel", "adresse électronique"};
    return {
        {"GET", "/invitation/{jeton_du_lien}", Action::open, link_page, "Ce qu’ouvre une invitation", {token}, page},
        {"POST",
         "/invitation/{jeton_du_lien}",
         Action::open,
         accept,
         "Ouvre le compte d’une invitation, par le choix d’un mot de passe",
         {token, {"nom", "nom affiché", "", true}, email, password, again},
         page},
        {"GET", "/mot-de-passe", Action::open, ask_page, "La page où l’on demande un autre mot de passe", {}, page},
        {"POST",
         "/mot-de-passe",
         Action::open,
         ask,
         "Envoie un lien pour choisir un autre mot de passe, si un compte porte cette adresse",
         {{"courriel", "adresse électronique", "", true}},
         page},
        {"GET",
         "/mot-de-passe/{jeton_du_lien}",
         Action::open,
         link_page,
         "Ce qu’ouvre un lien de mot de passe",
         {token},
         page},
        {"POST",
         "/mot-de-passe/{jeton_du_lien}",
         Action::open,
         accept,
         "Change le mot de passe du compte du lien",
         {token, password, again},
         page},
    };
}

}  // namespace clausier::web
