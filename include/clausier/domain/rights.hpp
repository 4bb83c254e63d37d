// The rights: what each role may do, in one table. Which rows it may do it to is store/visibility.
#pragma once
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/domain/viewer.hpp"

namespace clausier::domain {

// One thing that one may do. The first is the narrowest: a value left out opens nothing.
enum class Action {
    account_manage,
    journal_read,
    metrics_read,
    settings_write,
    privacy_manage,
    person_erase,
    person_export,
    person_health,
    person_names,
    person_write,
    person_read,
    organisation_write,
    organisation_read,
    structure_import,
    structure_write,
    reference_write,
    template_write,
    document_read,
    import_write,
    purchase_write,
    purchase_read,
    report_publish,
    spaser_write,
    spaser_read,
    decp_export,
    contract_read,
    follow_up_write,
    follow_up_read,
    enquiry_write,
    enquiry_read,
    commitment_write,
    hours_validate,
    hours_write,
    execution_read,
    market_write,
    market_read,
    own_account,
    open,
};
inline constexpr std::size_t action_count = static_cast<std::size_t>(Action::open) + 1;

inline constexpr std::array all_roles{Role::admin,   Role::facilitator, Role::buyer,  Role::structure,
                                      Role::company, Role::prescriber,  Role::network};

// Several roles, one bit each.
class Roles {
public:
    constexpr Roles() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a role is a set of one.
    constexpr Roles(Role role) : bits_(1U << static_cast<unsigned>(role)) {}
    [[nodiscard]] constexpr bool has(Role role) const { return (bits_ & Roles(role).bits_) != 0; }
    friend constexpr Roles operator|(Roles a, Roles b) {
        Roles out;
        out.bits_ = a.bits_ | b.bits_;
        return out;
    }

private:
    unsigned bits_ = 0;
};

// A row of the table.
struct Grant {
    Action action;
    std::string_view code;   // "marches.lire": scope of an access token, OpenAPI
    std::string_view label;  // "consulter les marchés": after « peut »
    bool changes;            // more than reading: refused to a read-only token
    Roles roles;             // who may; the open pages and one's own account besides
};

namespace rights_table {
inline constexpr Roles nobody{};
inline constexpr Roles admin = Role::admin;
inline constexpr Roles facilitator = Role::facilitator;
inline constexpr Roles buyer = Role::buyer;
inline constexpr Roles performer = Roles(Role::structure) | Role::company;
inline constexpr Roles prescriber = Role::prescriber;
inline constexpr Roles network = Role::network;
inline constexpr Roles desk = facilitator | buyer;  // who prepares and follows contracts
}  // namespace rights_table

// Who may do what (TRUST.md). Row i is action i.
inline constexpr std::array<Grant, action_count> grants = [] {
    using namespace rights_table;
    using A = Action;
    return std::array<Grant, action_count>{{
        {A::account_manage, "comptes.gerer", "gérer les comptes et les habilitations", true, admin},
        {A::journal_read, "journal.lire", "consulter le journal", false, admin},
        {A::metrics_read, "metriques.lire", "relever les mesures du serveur", false, admin},
        {A::settings_write, "reglages.modifier", "changer les réglages", true, admin},
        {A::privacy_manage, "rgpd.gerer", "tenir le registre des traitements et les conservations", true, admin},
        {A::person_erase, "personnes.effacer", "effacer une personne", true, admin | facilitator},
        {A::person_export, "personnes.exporter", "remettre à une personne ses données", false, facilitator},
        {A::person_health, "personnes.sante", "consulter la reconnaissance de travailleur handicapé", false,
         facilitator | performer | prescriber},
        {A::person_names, "personnes.noms", "consulter le nom des personnes", false,
         facilitator | performer | prescriber},
        {A::person_write, "personnes.modifier", "déclarer et modifier des personnes", true,
         facilitator | performer | prescriber},
        {A::person_read, "personnes.lire", "consulter les personnes sous pseudonyme", false,
         admin | facilitator | performer | prescriber},
        {A::organisation_write, "organisations.modifier", "dire ce que sont les organisations", true,
         admin | facilitator},
        {A::organisation_read, "organisations.lire", "consulter les organisations", false,
         admin | desk | performer | network},
        {A::structure_import, "structures.importer", "importer un annuaire de structures", true, admin | facilitator},
        {A::structure_write, "structures.modifier", "modifier l’annuaire des structures", true, admin | facilitator},
        {A::reference_write, "references.modifier", "ajouter des valeurs de référence", true, admin | facilitator},
        {A::template_write, "modeles.modifier", "modifier les modèles de documents", true, admin | facilitator},
        {A::document_read, "documents.lire", "consulter les modèles et les documents produits", false, admin | desk},
        {A::import_write, "imports.faire", "importer des tableaux de marchés", true, desk},
        {A::purchase_write, "achats.modifier", "importer et modifier des achats", true, desk},
        {A::purchase_read, "achats.lire", "consulter les achats", false, admin | desk},
        {A::report_publish, "rapports.publier", "publier un rapport", true, desk},
        {A::spaser_write, "spaser.modifier", "tenir les cibles, les registres et le classement des contrats", true,
         desk},
        {A::spaser_read, "spaser.lire", "consulter les indicateurs du SPASER", false, admin | desk},
        {A::decp_export, "decp.exporter", "exporter les données essentielles", false, admin | desk},
        {A::contract_read, "contrats.lire", "consulter la liste des contrats", false, admin | desk},
        {A::follow_up_write, "suivi.modifier", "noter tâches, échanges et contacts", true, desk},
        {A::follow_up_read, "suivi.lire", "consulter tâches, échanges et contacts", false, admin | desk},
        {A::enquiry_write, "dossiers.modifier", "créer et modifier des dossiers", true, desk},
        {A::enquiry_read, "dossiers.lire", "consulter les dossiers", false, admin | desk},
        {A::commitment_write, "engagements.modifier", "tenir les engagements et ce qui les change", true, facilitator},
        {A::hours_validate, "heures.valider", "valider les heures", true, facilitator},
        {A::hours_write, "heures.declarer", "déclarer des mises en œuvre et leurs heures", true,
         facilitator | performer},
        {A::execution_read, "execution.lire", "consulter l’exécution des clauses", false,
         admin | desk | performer | network},
        {A::market_write, "marches.modifier", "créer et modifier des marchés", true, desk},
        {A::market_read, "marches.lire", "consulter les marchés", false, admin | desk | performer | network},
        {A::own_account, "compte.gerer", "gérer son compte", true, nobody},
        {A::open, "ouvert", "consulter les pages ouvertes", false, nobody},
    }};
}();

constexpr const Grant& grant(Action action) { return grants[static_cast<std::size_t>(action)]; }

// Whether the role alone gives the action.
constexpr bool gives(Role role, Action action) { return grant(action).roles.has(role); }

// Whether somebody may do it, whatever the row: open to all, own_account to whoever has an account.
bool may(const Viewer& viewer, Action action);

// The same viewer with the memberships alone that give the action: a right held for one organisation never reaches the
// rows of another. Open pages and one's own account keep them all.
Viewer acting(Viewer viewer, Action action);

// « consulter les marchés »
constexpr std::string_view action_label(Action action) { return grant(action).label; }
// "marches.lire"
constexpr std::string_view action_code(Action action) { return grant(action).code; }
std::optional<Action> action_of(std::string_view code);

// "facilitateur", the code and the label of a role.
std::string_view role_code(Role role);
std::string_view role_label(Role role);
std::optional<Role> role_of(std::string_view code);

// Who may, for people: « facilitateur, acheteur »; « tout le monde » for open, « tout compte » for own_account.
std::string who_may(Action action);

// What must never be, whatever the table becomes.
namespace rights_table {
constexpr bool in_order() {
    for (std::size_t i = 0; i < action_count; ++i)
        if (static_cast<std::size_t>(grants[i].action) != i) return false;
    return true;
}
static_assert(in_order(), "row i of the table is action i");
constexpr bool never(Role role, std::initializer_list<Action> actions) {
    for (const Action action : actions)
        if (gives(role, action)) return false;
    return true;
}
static_assert(never(Role::admin, {Action::person_names, Action::person_health, Action::person_export}));
static_assert(never(Role::admin, {Action::market_write, Action::enquiry_write, Action::purchase_write,
                                  Action::spaser_write, Action::import_write, Action::person_write}));
static_assert(never(Role::buyer, {Action::person_read, Action::person_names, Action::person_health,
                                  Action::person_write, Action::person_export, Action::person_erase}));
static_assert(never(Role::network, {Action::person_read, Action::person_names, Action::market_write}));
static_assert(never(Role::prescriber, {Action::market_read, Action::enquiry_read, Action::contract_read}));
static_assert(never(Role::structure, {Action::market_write, Action::enquiry_read, Action::purchase_read}));
static_assert(never(Role::company, {Action::market_write, Action::enquiry_read, Action::purchase_read}));
static_assert(never(Role::buyer, {Action::hours_write, Action::hours_validate, Action::commitment_write}));
static_assert(never(Role::network, {Action::hours_write, Action::hours_validate, Action::commitment_write}));
static_assert(never(Role::prescriber, {Action::hours_write, Action::hours_validate, Action::commitment_write}));
static_assert(never(Role::admin, {Action::hours_write, Action::hours_validate, Action::commitment_write}));
// Who declares hours never validates them.
static_assert(never(Role::structure, {Action::hours_validate, Action::commitment_write}));
static_assert(never(Role::company, {Action::hours_validate, Action::commitment_write}));
constexpr bool only_admin(Action action) {
    for (const Role role : all_roles)
        if (gives(role, action) != (role == Role::admin)) return false;
    return true;
}
static_assert(only_admin(Action::account_manage) && only_admin(Action::journal_read) &&
              only_admin(Action::settings_write) && only_admin(Action::privacy_manage));
}  // namespace rights_table

}  // namespace clausier::domain
