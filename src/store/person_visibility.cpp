// Conditions on participants, from memberships.
#include "person_visibility.hpp"

#include <fmt/format.h>

namespace clausier::store {
namespace {

// "column IN (…)" with the organisations of the memberships that count, after merges; "" without any.
template <class Counts>
std::string among(const domain::Viewer& viewer, const std::string& column, Counts counts) {
    std::string ids;
    for (const domain::Membership& membership : viewer.memberships)
        if (counts(membership.role)) ids += fmt::format("{}{}", ids.empty() ? "" : ", ", membership.organisation.value);
    if (ids.empty()) return "";
    return fmt::format("{} IN (SELECT coalesce(x.merged_into, x.id) FROM organisations x WHERE x.id IN ({}))", column,
                       ids);
}

}  // namespace

std::string named_participants(const domain::Viewer& viewer, std::string_view participant) {
    using domain::Role;
    if (viewer.whole) return "1";
    const std::string at = std::string(participant) + ".";
    const std::string followed = among(viewer, at + "opcs_id", [](Role role) { return role == Role::facilitator; });
    const std::string declared = among(viewer, at + "declared_by", [](Role role) {
        return role == Role::structure || role == Role::company || role == Role::prescriber;
    });
    if (followed.empty() && declared.empty()) return "0";
    if (followed.empty() || declared.empty()) return followed + declared;
    return "(" + followed + " OR " + declared + ")";
}

std::string visible_participants(const domain::Viewer& viewer, std::string_view participant) {
    return viewer.has(domain::Role::admin) ? "1" : named_participants(viewer, participant);
}

}  // namespace clausier::store
