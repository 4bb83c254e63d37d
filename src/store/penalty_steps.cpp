// Queries on the steps of penalties.
#include "clausier/store/penalty_steps.hpp"

#include <fmt/format.h>

#include "clausier/store/visibility.hpp"

namespace clausier::store {

using domain::PenaltyStep;

std::vector<PenaltyStep> PenaltySteps::of(domain::Id<domain::Lot> lot) {
    auto rows = tx_.query(fmt::format(R"(
SELECT t.id, t.holder_id, t.stage, t.step_on, t.answer_by, t.simulated_cents, t.decision, t.amount_cents, t.reason,
       t.reference, t.at, t.actor
FROM penalty_steps t WHERE t.lot_id = ?{} ORDER BY t.id)",
                                      also(visible_lots(tx_.viewer(), "t.lot_id"))),
                          lot);
    std::vector<PenaltyStep> out;
    while (rows.step()) {
        PenaltyStep one;
        one.id = rows.get<domain::Id<PenaltyStep>>(0);
        one.lot = lot;
        one.holder = rows.get<domain::Id<domain::Organisation>>(1);
        one.stage = domain::penalty_stage(rows.text(2)).value();
        one.on = rows.get<core::Date>(3);
        one.answer_by = rows.get<std::optional<core::Date>>(4);
        one.simulated = rows.get<std::optional<core::Euros>>(5);
        if (!rows.is_null(6)) one.decision = domain::penalty_decision(rows.text(6)).value();
        one.amount = rows.get<std::optional<core::Euros>>(7);
        one.reason = rows.text(8);
        one.reference = rows.text(9);
        one.at = rows.get<core::Instant>(10);
        one.actor = rows.text(11);
        out.push_back(std::move(one));
    }
    return out;
}

PenaltyStep PenaltySteps::add(PenaltyStep s) {
    s.id = tx_.value<domain::Id<PenaltyStep>>(R"(
INSERT INTO penalty_steps (lot_id, holder_id, stage, step_on, answer_by, simulated_cents, decision, amount_cents, reason,
                           reference, at, actor)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                              s.lot, s.holder, s.stage, s.on, s.answer_by, s.simulated, s.decision,
                                              s.amount, s.reason, s.reference, s.at, s.actor);
    return s;
}

}  // namespace clausier::store
