// Queries on exits.
#include "clausier/store/exits.hpp"

#include <fmt/format.h>

#include "clausier/store/visibility.hpp"
#include "execution_visibility.hpp"
#include "stale.hpp"

namespace clausier::store {

using domain::Exit;

std::vector<Exit> Exits::of(domain::Id<domain::Placement> placement) {
    auto rows = tx_.query(fmt::format(R"(
SELECT t.id, t.months, t.situation, t.asked_on, t.note, t.revision
FROM exits t JOIN placements p ON p.id = t.placement_id WHERE p.id = ?{} ORDER BY t.months)",
                                      also(declarable_placements(tx_.viewer()))),
                          placement);
    std::vector<Exit> out;
    while (rows.step())
        out.push_back({rows.get<domain::Id<Exit>>(0), placement, rows.get<int>(1), rows.text(2),
                       rows.get<core::Date>(3), rows.text(4), rows.integer(5)});
    return out;
}

Exit Exits::save(Exit e) {
    if (e.id.empty()) {
        e.id = tx_.value<domain::Id<Exit>>(
            "INSERT INTO exits (placement_id, months, situation, asked_on, note) VALUES (?, ?, ?, ?, ?) RETURNING id",
            e.placement, e.months, e.situation, e.asked_on, e.note);
        e.revision = 1;
        return e;
    }
    refuse_stale(tx_.run(R"(
UPDATE exits SET months = ?, situation = ?, asked_on = ?, note = ?, revision = revision + 1
WHERE id = ? AND revision = ?)",
                         e.months, e.situation, e.asked_on, e.note, e.id, e.revision));
    ++e.revision;
    return e;
}

}  // namespace clausier::store
