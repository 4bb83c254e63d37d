// The counting rules of markets, and what holders become when organisations are merged.
#include "clausier/core/text.hpp"
#include "clausier/store/lot_executions.hpp"
#include "stale.hpp"

namespace clausier::store {

using domain::CountingRules;
using domain::Organisation;

CountingRules LotExecutions::rules(domain::Id<domain::Market> market) {
    CountingRules out;
    auto row = tx_.query(R"(
SELECT t.worked, t.training, t.paid_not_worked, t.months_after_hire, t.publics, t.iae, t.penalty_hour_cents,
       t.penalty_day_cents, t.revision
FROM counting_rules t WHERE t.market_id = ?)",
                         market);
    if (!row.step()) return out;
    out.worked = row.get<bool>(0);
    out.training = row.get<bool>(1);
    out.paid_not_worked = row.get<bool>(2);
    out.months_after_hire = row.get<std::optional<std::int64_t>>(3);
    for (const std::string_view one : core::split(row.view(4), ','))
        if (!one.empty()) out.publics.publics.emplace_back(one);
    out.publics.iae = row.get<bool>(5);
    out.penalty_per_hour = row.get<std::optional<core::Euros>>(6);
    out.penalty_per_day = row.get<std::optional<core::Euros>>(7);
    out.revision = row.integer(8);
    return out;
}

void LotExecutions::set_rules(domain::Id<domain::Market> market, const CountingRules& r) {
    std::string publics;
    for (const std::string& one : r.publics.publics) publics += (publics.empty() ? "" : ",") + one;
    refuse_stale(tx_.run(R"(
INSERT INTO counting_rules (market_id, worked, training, paid_not_worked, months_after_hire, publics, iae,
                            penalty_hour_cents, penalty_day_cents)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
WHERE ?10 = 0 OR EXISTS (SELECT 1 FROM counting_rules WHERE market_id = ?1)
ON CONFLICT (market_id) DO UPDATE SET worked = excluded.worked, training = excluded.training,
  paid_not_worked = excluded.paid_not_worked, months_after_hire = excluded.months_after_hire,
  publics = excluded.publics, iae = excluded.iae, penalty_hour_cents = excluded.penalty_hour_cents,
  penalty_day_cents = excluded.penalty_day_cents, revision = revision + 1
WHERE revision = ?10)",
                         market, r.worked, r.training, r.paid_not_worked, r.months_after_hire, publics, r.publics.iae,
                         r.penalty_per_hour, r.penalty_per_day, r.revision));
}

CountedLot LotExecutions::counted(Lot lot) {
    auto row = tx_.query(R"(
SELECT m.id, coalesce(l.notified_on, m.notified_on), e.ends_on,
       coalesce(l.considerations, m.considerations, '') LIKE '%Marché réservé%'
       OR EXISTS (SELECT 1 FROM lot_clauses c WHERE c.lot_id = l.id AND c.kind LIKE 'reserved%')
FROM lots l JOIN markets m ON m.id = l.market_id LEFT JOIN lot_executions e ON e.lot_id = l.id WHERE l.id = ?)",
                         lot);
    if (!row.step())
        throw core::Error(core::ErrorKind::not_found, "lot n° " + std::to_string(lot.value),
                          "ce lot n’existe pas\u00a0; voyez la liste des marchés");
    return {row.get<domain::Id<domain::Market>>(0),
            {row.get<std::optional<core::Date>>(1), row.get<std::optional<core::Date>>(2), row.get<bool>(3)}};
}

void LotExecutions::move(domain::Id<Organisation> from, domain::Id<Organisation> into) {
    // Members of one consortium that turn out to be one: what both invoiced is its own.
    tx_.run(R"(
INSERT INTO holder_shares (lot_id, holder_id, invoiced_cents, leader)
SELECT lot_id, ?1, invoiced_cents, leader FROM holder_shares WHERE holder_id = ?2
ON CONFLICT (lot_id, holder_id) DO UPDATE SET invoiced_cents = invoiced_cents + excluded.invoiced_cents,
  leader = max(leader, excluded.leader))",
            into, from);
    tx_.run("DELETE FROM holder_shares WHERE holder_id = ?", from);
    // Plans of both are kept; where both gave one, that of `from` is the last.
    tx_.run(R"(
UPDATE holder_plans SET holder_id = ?1, revision = revision + (
  SELECT coalesce(max(o.revision), 0) FROM holder_plans o WHERE o.lot_id = holder_plans.lot_id AND o.holder_id = ?1)
WHERE holder_id = ?2)",
            into, from);
    tx_.run("UPDATE planned_months SET performer_id = ? WHERE performer_id = ?", into, from);
    tx_.run("UPDATE certificates SET holder_id = ? WHERE holder_id = ?", into, from);
    tx_.run("UPDATE penalty_steps SET holder_id = ? WHERE holder_id = ?", into, from);
}

}  // namespace clausier::store
