// Accounts for who manages them: the list, an invitation, a sheet with its memberships.
#include "account_form.hpp"
#include "account_mail.hpp"
#include "account_views.hpp"
#include "clausier/app/second_factor.hpp"
#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "edit_form.hpp"
#include "form_reader.hpp"
#include "route.hpp"
#include "visitor.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::Account;

std::string address_of(domain::Id<Account> id) { return "/comptes/" + std::to_string(id.value); }

std::string second_factor_text(const Account& account) {
    if (account.second_factor) return "active";
    return domain::needs_second_factor(account.memberships) ? "à activer" : "non";
}

bool shown(const app::AccountSheet& sheet, const Call& call) {
    const std::string text = core::fold(call.get("texte")), state = call.get("etat"), role = call.get("role");
    if (!state.empty() && domain::code(sheet.account.state) != state) return false;
    if (!role.empty() && !sheet.account.viewer().has(domain::role_of(role).value_or(domain::Role::admin))) return false;
    if (text.empty()) return true;
    std::string whole = sheet.account.name + " " + sheet.account.email;
    for (const domain::Organisation& one : sheet.organisations) whole += " " + one.label();
    return core::fold(whole).find(text) != std::string::npos;
}

json::array texts_of(const app::AccountSheet& sheet) {
    json::array out;
    for (const json::value& one : membership_views(sheet)) out.push_back(one.at("texte"));
    return out;
}

json::object document(const app::AccountSheet& sheet) {
    return {{"numero", sheet.account.id.value},
            {"nom", sheet.account.name},
            {"courriel", sheet.account.email},
            {"etat", domain::code(sheet.account.state)},
            {"double_authentification", sheet.account.second_factor},
            {"sessions_ouvertes", sheet.sessions},
            {"habilitations", texts_of(sheet)}};
}

present::Answer answer(const std::vector<app::AccountSheet>& sheets) {
    present::Answer out;
    json::array list;
    out.title = "Comptes";
    out.rows = "comptes";
    out.table.columns = {"Numéro", "Nom", "Adresse électronique", "État", "Habilitations", "Double authentification"};
    out.numeric = {true, false, false, false, false, false};
    for (const app::AccountSheet& sheet : sheets) {
        list.push_back(document(sheet));
        std::string rights;
        for (const json::value& one : texts_of(sheet))
            rights += (rights.empty() ? "" : " ; ") + std::string(one.as_string());
        out.table.rows.push_back({std::to_string(sheet.account.id.value), sheet.account.name, sheet.account.email,
                                  std::string(domain::label(sheet.account.state)), std::move(rights),
                                  second_factor_text(sheet.account)});
    }
    out.document = json::object{{"comptes", std::move(list)}};
    return out;
}

std::vector<std::pair<std::string, std::string>> state_choices() {
    using domain::AccountState;
    std::vector<std::pair<std::string, std::string>> out{{"", "Tous"}};
    for (const AccountState state : {AccountState::active, AccountState::invited, AccountState::disabled})
        out.emplace_back(domain::code(state), domain::label(state));
    return out;
}

Reply list(Call& call) {
    require_accounts(call);
    std::vector<app::AccountSheet> sheets = app::accounts(call.session(), call.app.base);
    std::erase_if(sheets, [&](const app::AccountSheet& sheet) { return !shown(sheet, call); });
    Reply out;
    out.title = "Comptes";
    out.page = "comptes.html";
    out.filename = "comptes";
    out.answer = answer(sheets);
    if (!call.html()) return out;
    json::array lines;
    for (const app::AccountSheet& sheet : sheets)
        lines.push_back({{"url", address_of(sheet.account.id)},
                         {"nom", sheet.account.name},
                         {"adresse", sheet.account.email},
                         {"etat", domain::label(sheet.account.state)},
                         {"classe", state_class(sheet.account.state)},
                         {"habilitations", membership_views(sheet)},
                         {"double", second_factor_text(sheet.account)}});
    const FormView form({});
    out.view = {
        {"nombre", core::french::count(sheets.size(), "compte")},
        {"vide", sheets.empty()},
        {"comptes", std::move(lines)},
        {"texte", form.field({"texte", "Rechercher", "nom, adresse ou organisation", "", "search"}, call.get("texte"))},
        {"etat", form.choice({"etat", "État"}, call.get("etat"), state_choices())},
        {"role", form.choice({"role", "Rôle"}, call.get("role"), role_choices("Tous"))}};
    return out;
}

Reply invite_form(Call& call, std::vector<core::Issue> issues) {
    require_accounts(call);
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = "Inviter quelqu’un";
    out.trail = {{"/comptes", "Comptes"}};
    out.page = "compte_inviter.html";
    const FormReader sent(call.form.fields);
    const FormView form(std::move(issues));
    out.view = {
        {"jeton", call.token()},
        {"courrier", has_mail(call.app)},
        {"nom", form.field({"nom", "Nom affiché", "", "", "text", true}, sent.text("nom"))},
        {"courriel", form.field({"courriel", "Adresse électronique", "", "", "email", true}, sent.text("courriel"))}};
    add_membership_fields(out.view, call, form);
    form.summarise(out.view);
    return out;
}

Reply invite_page(Call& call) { return invite_form(call, {}); }

// The link in words for who hands it over, or the list once it is sent by mail.
Reply link_made(const Call& call, const app::AccountLink& link, std::string_view done) {
    const std::string sheet = address_of(link.account->id);
    if (has_mail(call.app)) return Reply::see(sheet, done);
    Reply out;
    out.title = "Lien à remettre";
    out.trail = {{"/comptes", "Comptes"}, {sheet, link.account->name}};
    out.page = "secret_montre.html";
    const std::string url = own_origin(call.request) + link.path();
    out.answer.document = json::object{{"compte", link.account->id.value}, {"lien", url}};
    out.view = {{"titre", "Lien à remettre"},
                {"explication", "Ce serveur n’envoie pas de courrier : remettez vous-même ce lien à " +
                                    link.account->name + ", par un moyen sûr. Il ne sert qu’une fois, jusqu’au " +
                                    moment(link.expires) + ", et ne sera plus jamais montré."},
                {"secret", url},
                {"suite", sheet}};
    return out;
}

Reply invite(Call& call) {
    require_accounts(call);
    const FormReader reader(call.form.fields);
    Account account;
    account.name = reader.text("nom");
    account.email = reader.text("courriel");
    std::vector<core::Issue> issues;
    try {
        account.memberships.push_back(read_membership(call));
        return link_made(call, app::invite(call.session(), call.app.base, account, send_link(call)), "compte-invite");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        issues = error.issues();
    }
    require_page(call, issues);
    return invite_form(call, std::move(issues));
}

Reply sheet_page(Call& call, std::vector<core::Issue> issues, bool conflict = false) {
    require_accounts(call);
    const app::AccountSheet sheet = app::account_sheet(call.session(), call.app.base, domain::Id<Account>{call.id()});
    Reply out;
    out.status = edit_status(issues, conflict);
    out.title = sheet.account.name;
    out.trail = {{"/comptes", "Comptes"}};
    out.page = "compte_fiche.html";
    out.answer.document = document(sheet);
    if (!call.html()) return out;
    const FormView form(std::move(issues));
    const std::string url = address_of(sheet.account.id);
    json::array rights = membership_views(sheet);
    for (json::value& one : rights) one.as_object()["retirer"] = url + "/habilitations/retirer";
    out.view = {{"jeton", call.token()},
                {"url", url},
                {"nom", sheet.account.name},
                {"adresse", sheet.account.email},
                {"etat", domain::label(sheet.account.state)},
                {"classe", state_class(sheet.account.state)},
                {"cree", moment(sheet.account.created)},
                {"double", second_factor_text(sheet.account)},
                {"a_double", sheet.account.second_factor},
                {"sessions", std::to_string(sheet.sessions)},
                {"a_des_habilitations", !rights.empty()},
                {"habilitations", std::move(rights)},
                {"soi", call.viewer.account == sheet.account.id},
                {"desactive", sheet.account.state == domain::AccountState::disabled},
                {"lien_libelle", sheet.account.state == domain::AccountState::active
                                     ? "Faire un lien pour changer le mot de passe"
                                     : "Faire un autre lien d’invitation"}};
    add_membership_fields(out.view, call, form);
    form.summarise(out.view);
    return out;
}

Reply see(Call& call) { return sheet_page(call, {}); }

// One change of the account of the address, then its sheet again.
template <class Change>
Reply changed(Call& call, std::string_view done, const Change& change) {
    require_accounts(call);
    const domain::Id<Account> id{call.id()};
    try {
        change(call.session(), call.app.base, id);
        return Reply::see(address_of(id), done);
    } catch (const core::Error& error) {
        const bool conflict = error.kind() == core::ErrorKind::conflict;
        if (!call.html() || (!conflict && !mendable(error))) throw;
        return sheet_page(call, error.issues(), conflict);
    }
}

Reply grant(Call& call) {
    return changed(call, "habilitation-donnee", [&](const app::Session& session, store::Database& base, auto id) {
        app::grant(session, base, id, read_membership(call));
    });
}

Reply withdraw(Call& call) {
    return changed(call, "habilitation-retiree", [&](const app::Session& session, store::Database& base, auto id) {
        app::withdraw(session, base, id, named_membership(call));
    });
}

Reply disable(Call& call) {
    return changed(call, "compte-desactive", [](const app::Session& session, store::Database& base, auto id) {
        app::disable(session, base, id);
    });
}

Reply enable(Call& call) {
    return changed(call, "compte-reactive",
                   [](const app::Session& session, store::Database& base, auto id) { app::enable(session, base, id); });
}

Reply reset_second_factor(Call& call) {
    return changed(call, "double-remise", [](const app::Session& session, store::Database& base, auto id) {
        app::reset_second_factor(session, base, id);
    });
}

Reply new_link(Call& call) {
    require_accounts(call);
    return link_made(call,
                     app::renew_link(call.session(), call.app.base, domain::Id<Account>{call.id()}, send_link(call)),
                     "lien-envoye");
}

}  // namespace

std::vector<Route> account_routes() {
    constexpr Formats form{true, false, false};
    using domain::Action;
    const Parameter id{"id", "numéro du compte", "1"};
    const Parameter role{"role", "code du rôle", "acheteur", true};
    const Parameter organisation{"organisation", "nom ou SIRET de l’organisation"};
    const Parameter departments{"departements", "départements d’un facilitateur, séparés par des virgules", "54, 57"};
    constexpr Action manage = Action::account_manage;
    return {
        {"GET",
         "/comptes",
         manage,
         list,
         "Les comptes, leur état et leurs habilitations",
         {{"texte", "mots du nom, de l’adresse ou de l’organisation"},
          {"etat", "invite, actif ou desactive"},
          {"role", "code d’un rôle"}},
         {true, true, true}},
        {"GET", "/comptes/inviter", manage, invite_page, "Le formulaire d’une invitation", {}, form},
        {"POST",
         "/comptes",
         manage,
         invite,
         "Crée un compte et son invitation",
         {{"nom", "nom affiché", "", true},
          {"courriel", "adresse électronique", "", true},
          role,
          organisation,
          departments},
         form},
        {"GET", "/comptes/{id}", manage, see, "Un compte et ses habilitations", {id}, {true, true, false}},
        {"POST",
         "/comptes/{id}/habilitations",
         manage,
         grant,
         "Donne une habilitation à un compte",
         {id, role, organisation, departments},
         form},
        {"POST",
         "/comptes/{id}/habilitations/retirer",
         manage,
         withdraw,
         "Retire une habilitation",
         {id, role, {"organisation", "numéro de l’organisation"}},
         form},
        {"POST",
         "/comptes/{id}/lien",
         manage,
         new_link,
         "Fait un lien d’invitation ou de changement de mot de passe",
         {id},
         form},
        {"POST",
         "/comptes/{id}/desactiver",
         manage,
         disable,
         "Désactive un compte : ses sessions et jetons finissent",
         {id},
         form},
        {"POST", "/comptes/{id}/reactiver", manage, enable, "Réactive un compte", {id}, form},
        {"POST",
         "/comptes/{id}/double-authentification/retirer",
         manage,
         reset_second_factor,
         "Retire la double authentification d’un compte, quand le téléphone est perdu",
         {id},
         form},
    };
}

}  // namespace clausier::web
