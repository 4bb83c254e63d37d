// Rows of placements, who somebody is left out where the viewer may not see it.
#include "placement_rows.hpp"

#include <fmt/format.h>

#include "execution_visibility.hpp"

namespace clausier::store {
namespace {

using domain::Id;
using domain::Organisation;

constexpr std::string_view columns =
    "p.id, p.lot_id, p.holder_id, p.employer_id, p.structure_id, p.structure_kind, p.modality, p.contract, "
    "p.started_on, p.ended_on, p.hired_on, p.job_code, p.job, p.eligible, p.judged_for, "
    "p.permanent_staff, p.taken_over_on, p.people, p.revision";
constexpr int column_count = 19;

domain::Placement read_placement(const Statement& row) {
    domain::Placement out;
    out.id = row.get<Id<domain::Placement>>(0);
    out.lot = row.get<Id<domain::Lot>>(1);
    out.holder = row.get<Id<Organisation>>(2);
    out.employer = row.get<Id<Organisation>>(3);
    out.structure = row.get<std::optional<Id<domain::Structure>>>(4);
    out.structure_kind = row.text(5);
    out.modality = row.text(6);
    out.contract = row.text(7);
    out.started_on = row.get<core::Date>(8);
    out.ended_on = row.get<std::optional<core::Date>>(9);
    out.hired_on = row.get<std::optional<core::Date>>(10);
    out.job_code = row.text(11);
    out.job = row.text(12);
    if (!row.is_null(13)) out.eligibility = {row.get<bool>(13), row.get<core::Date>(14), ""};
    out.permanent_staff = row.get<bool>(15);
    out.taken_over_on = row.get<std::optional<core::Date>>(16);
    out.people = row.integer(17);
    out.revision = row.integer(18);
    return out;
}

}  // namespace

domain::LotName read_lot_name(const Statement& row, int from) {
    return {row.get<Id<domain::Lot>>(from), row.get<Id<domain::Market>>(from + 1), row.text(from + 2),
            row.text(from + 3), row.text(from + 4)};
}

std::string organisation_name(std::string_view alias) {
    return fmt::format("CASE WHEN {0}.name <> '' THEN {0}.name ELSE {0}.identifier END", alias);
}

std::string placement_query(const domain::Viewer& viewer, std::string_view condition) {
    const std::string known = identified_placements(viewer);
    return fmt::format(R"(
SELECT {0}, {1}, {2}, {3}, CASE WHEN {4} THEN coalesce(i.pseudonym, '') ELSE '' END,
       CASE WHEN {4} THEN p.participant_id END, CASE WHEN {4} THEN p.sex ELSE '' END,
       CASE WHEN {4} THEN p.age ELSE '' END, CASE WHEN {4} THEN p.diploma ELSE '' END,
       CASE WHEN {4} THEN p.situation ELSE '' END, CASE WHEN {4} THEN p.eligible_because ELSE '' END
FROM placements p JOIN lots k ON k.id = p.lot_id JOIN markets m ON m.id = k.market_id
JOIN organisations a ON a.id = p.holder_id JOIN organisations e ON e.id = p.employer_id
LEFT JOIN participants i ON i.id = p.participant_id
WHERE {5})",
                       columns, lot_name_columns, organisation_name("a"), organisation_name("e"), known, condition);
}

domain::PlacementLine read_placement_line(const Statement& row) {
    domain::PlacementLine out;
    out.placement = read_placement(row);
    out.lot = read_lot_name(row, column_count);
    constexpr int rest = column_count + lot_name_size;
    out.holder = row.text(rest);
    out.employer = row.text(rest + 1);
    out.pseudonym = row.text(rest + 2);
    out.placement.participant = row.get<std::optional<Id<domain::Participant>>>(rest + 3);
    out.placement.profile = {row.text(rest + 4), row.text(rest + 5), row.text(rest + 6), row.text(rest + 7)};
    if (out.placement.eligibility) out.placement.eligibility->because = row.text(rest + 8);
    return out;
}

}  // namespace clausier::store
