// Conditions on placements and hours, from memberships.
#include "execution_visibility.hpp"

#include "clausier/store/visibility.hpp"
#include "memberships.hpp"
#include "person_visibility.hpp"

namespace clausier::store {
namespace {

using domain::Role;
using domain::Roles;
using domain::Viewer;

constexpr Roles performers = Roles(Role::structure) | Role::company;

// The same viewer with the memberships of those roles alone.
Viewer only_as(Viewer viewer, Roles roles) {
    std::erase_if(viewer.memberships, [roles](const domain::Membership& one) { return !roles.has(one.role); });
    return viewer;
}

constexpr Roles followers = Roles(Role::admin) | Role::facilitator;

std::string on_lots_of(Roles roles, const Viewer& viewer, std::string_view placement) {
    const Viewer desk = only_as(viewer, roles);
    Either either;
    either.add(visible_lots(desk, fmt::format("{}.lot_id", placement)));
    if (const std::string shared = visible_lots(desk, "g.lot_id"); shared != "1" && shared != "0")
        either.add(fmt::format("EXISTS (SELECT 1 FROM placement_shares g WHERE g.placement_id = {}.id AND {})",
                               placement, shared));
    return either.text();
}

// By the employer, or by the sheet of the structure where the employer has another number.
std::string employed(std::string_view placement, const std::string& organisations, const std::string& structures) {
    return fmt::format("({0}.employer_id IN ({1}) OR {0}.structure_id IN ({2}))", placement, organisations, structures);
}

std::string employed_by_own(const Viewer& viewer, std::string_view placement) {
    const std::string own = organisations_of(viewer, performers);
    if (own.empty()) return "";
    return employed(
        placement, own,
        fmt::format("SELECT z.structure_id FROM structure_organisations z WHERE z.organisation_id IN ({})", own));
}

// The structures of its networks: a query of ids, "" without any.
std::string members(const Viewer& viewer) {
    const std::string networks = organisations_of(viewer, Role::network);
    if (networks.empty()) return "";
    return fmt::format("SELECT y.structure_id FROM structure_networks y WHERE y.organisation_id IN ({})", networks);
}

std::string organisations_of_structures(const std::string& structures) {
    return fmt::format("SELECT z.organisation_id FROM structure_organisations z WHERE z.structure_id IN ({})",
                       structures);
}

std::string held(const Viewer& viewer, const std::string& lot) {
    const std::string own = organisations_of(viewer, performers);
    if (own.empty()) return "";
    return fmt::format("{} IN (SELECT h.lot_id FROM lot_holders h WHERE h.organisation_id IN ({}))", lot, own);
}

}  // namespace

std::string visible_placements(const Viewer& viewer, std::string_view placement) {
    Either either;
    either.add(on_lots_of(followers, viewer, placement));
    either.add(employed_by_own(viewer, placement));
    either.add(held(viewer, fmt::format("{}.lot_id", placement)));
    if (const std::string structures = members(viewer); !structures.empty())
        either.add(employed(placement, organisations_of_structures(structures), structures));
    return either.text();
}

std::string identified_placements(const Viewer& viewer, std::string_view placement) {
    Either either;
    either.add(on_lots_of(followers, viewer, placement));
    either.add(employed_by_own(viewer, placement));
    if (const std::string known = visible_participants(viewer, "w"); known != "1" && known != "0")
        either.add(fmt::format("EXISTS (SELECT 1 FROM participants w WHERE w.id = {}.participant_id AND {})", placement,
                               known));
    return either.text();
}

std::string declarable_placements(const Viewer& viewer, std::string_view placement) {
    Either either;
    either.add(on_lots_of(Role::facilitator, viewer, placement));
    either.add(employed_by_own(viewer, placement));
    return either.text();
}

std::string followed_placements(const Viewer& viewer, std::string_view placement) {
    return on_lots_of(Role::facilitator, viewer, placement);
}

namespace {

// The lots whose hours are seen whoever did them.
std::string lots_of_hours(const Viewer& viewer, const std::string& lot) {
    Either either;
    either.add(visible_lots(only_as(viewer, followers | Role::buyer), lot));
    either.add(held(viewer, lot));
    return either.text();
}

}  // namespace

std::string visible_hours(const Viewer& viewer, std::string_view hours) {
    const std::string performer = fmt::format("{}.performer_id", hours);
    Either either;
    either.add(lots_of_hours(viewer, fmt::format("{}.lot_id", hours)));
    if (const std::string own = organisations_of(viewer, performers); !own.empty())
        either.add(fmt::format("{} IN ({})", performer, own));
    if (const std::string structures = members(viewer); !structures.empty())
        either.add(fmt::format("{} IN ({})", performer, organisations_of_structures(structures)));
    return either.text();
}

std::string visible_lot_hours(const Viewer& viewer, std::string_view hours) {
    const std::string lots = lots_of_hours(viewer, fmt::format("{}.lot_id", hours));
    const bool by_performer = !organisations_of(viewer, performers | Role::network).empty();
    return lots == "1" || !by_performer ? lots : "";
}

}  // namespace clausier::store
