// Reads the table of rights for somebody, and gives its words.
#include "clausier/domain/rights.hpp"

namespace clausier::domain {
namespace {

struct RoleWords {
    Role role;
    std::string_view code;
    std::string_view label;
};
constexpr std::array<RoleWords, all_roles.size()> role_words{{
    {Role::admin, "administrateur", "administrateur"},
    {Role::facilitator, "facilitateur", "facilitateur"},
    {Role::buyer, "acheteur", "acheteur"},
    {Role::structure, "structure", "structure d’insertion"},
    {Role::company, "entreprise", "entreprise"},
    {Role::prescriber, "prescripteur", "prescripteur"},
    {Role::network, "reseau", "réseau"},
}};

const RoleWords& words(Role role) { return role_words[static_cast<std::size_t>(role)]; }

}  // namespace

bool may(const Viewer& viewer, Action action) {
    if (viewer.whole || action == Action::open) return true;
    if (action == Action::own_account) return viewer.account.has_value();
    for (const Membership& membership : viewer.memberships)
        if (gives(membership.role, action)) return true;
    return false;
}

Viewer acting(Viewer viewer, Action action) {
    if (viewer.whole || action == Action::open || action == Action::own_account) return viewer;
    std::erase_if(viewer.memberships,
                  [action](const Membership& membership) { return !gives(membership.role, action); });
    return viewer;
}

std::optional<Action> action_of(std::string_view code) {
    for (const Grant& row : grants)
        if (row.code == code) return row.action;
    return std::nullopt;
}

std::string_view role_code(Role role) { return words(role).code; }

std::string_view role_label(Role role) { return words(role).label; }

std::optional<Role> role_of(std::string_view code) {
    for (const RoleWords& one : role_words)
        if (one.code == code) return one.role;
    return std::nullopt;
}

std::string who_may(Action action) {
    if (action == Action::open) return "tout le monde";
    if (action == Action::own_account) return "tout compte";
    std::string out;
    for (const Role role : all_roles) {
        if (!gives(role, action)) continue;
        if (!out.empty()) out += ", ";
        out += role_label(role);
    }
    return out;
}

}  // namespace clausier::domain
