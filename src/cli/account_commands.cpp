// The commands of accounts: who may come in, and how.
#include <algorithm>

#include "base_option.hpp"
#include "changes.hpp"
#include "clausier/app/account_organisations.hpp"
#include "clausier/app/accounts.hpp"
#include "clausier/app/login.hpp"
#include "clausier/app/organisations.hpp"
#include "clausier/app/second_factor.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/domain/rights.hpp"
#include "clausier/present/accounts.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "spaser_arguments.hpp"

namespace clausier::cli {
namespace {

using domain::Account;
using domain::Id;
using domain::Membership;
using domain::Role;

constexpr std::string_view kRoles = "administrateur|facilitateur|acheteur|structure|entreprise|prescripteur|reseau";
constexpr OptionSpec kRole = {"--role", "RÔLE", "ce qu’il peut faire pour cette organisation", false, kRoles};
constexpr OptionSpec kOrganisation = {"--organisation", "N", "pour qui il agit : nom, SIRET ou numéro"};
constexpr OptionSpec kDepartment = {"--departement", "CODE", "limite un facilitateur à ce département (plusieurs fois)",
                                    false,           {},     true};
constexpr OptionSpec kAddress = {"--adresse", "URL", "adresse du site, pour un lien complet (https://…)"};
const PositionalSpec account_argument{"COMPTE", "son numéro ou son adresse électronique"};
const FieldOptions account_options{{"courriel", "--email"}, {"departements", "--departement"}};

app::Session account_session(const Context& context) { return {context.clock, "cli"}; }

Id<Account> named_account(const Context& context, store::Database& base, const Arguments& arguments) {
    const std::string& text = arguments.positionals.at(0);
    if (text.find('@') != std::string::npos) return app::account_of_email(account_session(context), base, text).id;
    return number_of<Account>(arguments, "COMPTE");
}

// A number, a SIRET or a name; `make`: one that nobody knows yet is made.
Id<domain::Organisation> asked_organisation(const Context& context, store::Database& base, const std::string& text,
                                            Role role, bool make) {
    constexpr std::size_t siren_digits = 9;
    const auto number = core::parse_scaled(text, 1);
    if (!make || (number && *number > 0 && text.size() < siren_digits)) return named_buyer(base, text).id;
    return app::organisation_for_account(account_session(context), base, text, role).id;
}

Membership asked_membership(const Context& context, store::Database& base, const Arguments& arguments, bool make) {
    Membership out;
    const auto role =
        arguments.has("--admin") ? std::optional(Role::admin) : domain::role_of(arguments.get("--role").value_or(""));
    if (!role) throw UsageError("option --role", "dites le rôle du compte ; ajoutez --role ou --admin");
    out.role = *role;
    out.departments = arguments.all("--departement");
    if (const auto organisation = arguments.get("--organisation"))
        out.organisation = asked_organisation(context, base, *organisation, out.role, make);
    return out;
}

Outcome link_outcome(const Arguments& arguments, const app::AccountLink& link) {
    std::string site = arguments.get("--adresse").value_or("");
    while (!site.empty() && site.back() == '/') site.pop_back();
    return {present::account_link_answer(site + link.path(), link.expires, link.account ? &*link.account : nullptr)};
}

Outcome one_account(const Context& context, store::Database& base, Id<Account> id) {
    return {present::accounts_answer({app::account_sheet(account_session(context), base, id)})};
}

Outcome create(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, arguments.has("--admin"));
    const app::Session session = account_session(context);
    if (arguments.has("--admin") && !arguments.has("--email"))
        return link_outcome(arguments, app::first_admin_link(session, *base));
    Account account;
    account.email = arguments.get("--email").value_or("");
    account.name = arguments.get("--nom").value_or("");
    account.memberships = {asked_membership(context, *base, arguments, true)};
    return link_outcome(arguments, by_option(account_options, [&] { return app::invite(session, *base, account); }));
}

Outcome list(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    return {present::accounts_answer(app::accounts(account_session(context), *base))};
}

Outcome new_link(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto id = named_account(context, *base, arguments);
    return link_outcome(arguments, app::renew_link(account_session(context), *base, id));
}

Outcome disable(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto id = named_account(context, *base, arguments);
    app::disable(account_session(context), *base, id);
    return one_account(context, *base, id);
}

Outcome enable(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto id = named_account(context, *base, arguments);
    app::enable(account_session(context), *base, id);
    return one_account(context, *base, id);
}

Outcome grant(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto id = named_account(context, *base, arguments);
    const Membership membership = asked_membership(context, *base, arguments, true);
    by_option(account_options, [&] { return app::grant(account_session(context), *base, id, membership); });
    return one_account(context, *base, id);
}

Outcome withdraw(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto id = named_account(context, *base, arguments);
    const Membership membership = asked_membership(context, *base, arguments, false);
    by_option(account_options, [&] { return app::withdraw(account_session(context), *base, id, membership); });
    return one_account(context, *base, id);
}

Outcome without_code(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto id = named_account(context, *base, arguments);
    confirm(context, arguments, "Retirer la double authentification de ce compte ?");
    app::reset_second_factor(account_session(context), *base, id);
    return one_account(context, *base, id);
}

Outcome list_sessions(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto id = named_account(context, *base, arguments);
    const app::Session session = account_session(context);
    if (arguments.has("--fermer")) app::end_sessions(session, *base, id);
    return {present::user_sessions_answer(app::sessions(session, *base, id))};
}

std::vector<CommandSpec> membership_commands() {
    return {
        {"comptes habiliter",
         "donne un rôle à un compte, pour une organisation ; ses sessions sont fermées",
         {account_argument},
         {kBase, kRole, kOrganisation, kDepartment, {"--admin", "", "comme --role administrateur"}},
         grant,
         "clausier comptes habiliter 3 --role facilitateur --organisation 12 --departement 73 --base region.sqlite"},
        {"comptes retirer",
         "retire un rôle à un compte ; ses sessions sont fermées",
         {account_argument},
         {kBase, kRole, kOrganisation, {"--admin", "", "comme --role administrateur"}},
         withdraw,
         "clausier comptes retirer 3 --role acheteur --organisation 12 --base region.sqlite"},
        {"comptes sessions",
         "les sessions ouvertes d’un compte",
         {account_argument},
         {kBase, {"--fermer", "", "les ferme toutes"}},
         list_sessions,
         "clausier comptes sessions 3 --fermer --base region.sqlite"},
        {"comptes sans-code",
         "retire la double authentification d’un compte qui a perdu son téléphone",
         {account_argument},
         {kBase, kYes},
         without_code,
         "clausier comptes sans-code 3 --oui --base region.sqlite"}};
}

}  // namespace

std::vector<CommandSpec> account_commands() {
    std::vector<CommandSpec> out{
        {"comptes creer",
         "crée un compte et donne le lien par lequel la personne choisit son mot de passe",
         {},
         {kBase,
          {"--admin", "", "un administrateur ; sans --email, le tout premier, qui se nomme lui-même"},
          {"--email", "ADRESSE", "son adresse électronique"},
          {"--nom", "NOM", "le nom affiché"},
          kRole,
          kOrganisation,
          kDepartment,
          kAddress},
         create,
         "clausier comptes creer --email achats@valbrume.example --nom \"Service achats\" --role acheteur "
         "--organisation \"Commune de Valbrume\" --base region.sqlite"},
        {"comptes liste",
         "les comptes et leurs habilitations",
         {},
         {kBase},
         list,
         "clausier comptes liste --base region.sqlite"},
        {"comptes lien",
         "un nouveau lien : invitation (7 jours) ou mot de passe oublié (1 heure)",
         {account_argument},
         {kBase, kAddress},
         new_link,
         "clausier comptes lien achats@valbrume.example --adresse https://clauses.example --base region.sqlite"},
        {"comptes desactiver",
         "désactive un compte : ses sessions, ses liens et ses jetons ne valent plus rien",
         {account_argument},
         {kBase},
         disable,
         "clausier comptes desactiver 3 --base region.sqlite"},
        {"comptes reactiver",
         "réactive un compte désactivé",
         {account_argument},
         {kBase},
         enable,
         "clausier comptes reactiver 3 --base region.sqlite"}};
    for (CommandSpec& command : membership_commands()) out.push_back(std::move(command));
    return out;
}

}  // namespace clausier::cli
