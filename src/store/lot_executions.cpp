// Queries on what surrounds the hours of a lot.
#include "clausier/store/lot_executions.hpp"

#include <fmt/format.h>

#include "clausier/store/visibility.hpp"
#include "month_column.hpp"
#include "stale.hpp"

namespace clausier::store {
namespace {

using domain::Certificate;
using domain::HolderPlan;
using domain::LotExecution;
using domain::Organisation;
using domain::ServiceOrder;
using domain::Stoppage;

// "SELECT … WHERE t.lot_id = ? AND the lot is seen".
std::string of_lot(const domain::Viewer& viewer, std::string_view select, std::string_view order) {
    return fmt::format("{} WHERE t.lot_id = ?{}{}", select, also(visible_lots(viewer, "t.lot_id")), order);
}

}  // namespace

LotExecution LotExecutions::find(Lot lot) {
    LotExecution out;
    out.lot = lot;
    auto row = tx_.query(of_lot(tx_.viewer(),
                                "SELECT t.liability, t.ends_on, t.dropped_on, t.dropped_reason, t.revision "
                                "FROM lot_executions t",
                                ""),
                         lot);
    if (row.step()) {
        out.liability = domain::liability(row.text(0)).value();
        out.ends_on = row.get<std::optional<core::Date>>(1);
        out.dropped_on = row.get<std::optional<core::Date>>(2);
        out.dropped_reason = row.text(3);
        out.revision = row.integer(4);
    }
    auto shares = tx_.query(of_lot(tx_.viewer(), "SELECT t.holder_id, t.invoiced_cents, t.leader FROM holder_shares t",
                                   " ORDER BY t.leader DESC, t.holder_id"),
                            lot);
    while (shares.step())
        out.shares.push_back(
            {shares.get<domain::Id<Organisation>>(0), shares.get<core::Euros>(1), shares.get<bool>(2)});
    return out;
}

LotExecution LotExecutions::save(LotExecution e) {
    refuse_stale(tx_.run(R"(
INSERT INTO lot_executions (lot_id, liability, ends_on, dropped_on, dropped_reason)
SELECT ?1, ?2, ?3, ?4, ?5 WHERE ?6 = 0 OR EXISTS (SELECT 1 FROM lot_executions WHERE lot_id = ?1)
ON CONFLICT (lot_id) DO UPDATE SET liability = excluded.liability, ends_on = excluded.ends_on,
  dropped_on = excluded.dropped_on, dropped_reason = excluded.dropped_reason, revision = revision + 1
WHERE revision = ?6)",
                         e.lot, e.liability, e.ends_on, e.dropped_on, e.dropped_reason, e.revision));
    ++e.revision;
    tx_.run("DELETE FROM holder_shares WHERE lot_id = ?", e.lot);
    for (const domain::HolderShare& share : e.shares)
        tx_.run("INSERT INTO holder_shares (lot_id, holder_id, invoiced_cents, leader) VALUES (?, ?, ?, ?)", e.lot,
                share.holder, share.invoiced, share.leader);
    return e;
}

std::vector<ServiceOrder> LotExecutions::orders(Lot lot) {
    auto rows = tx_.query(
        of_lot(tx_.viewer(), "SELECT t.id, t.kind, t.ordered_on, t.reference, t.revision FROM service_orders t",
               " ORDER BY t.ordered_on, t.id"),
        lot);
    std::vector<ServiceOrder> out;
    while (rows.step())
        out.push_back({rows.get<domain::Id<ServiceOrder>>(0), lot, domain::order_kind(rows.text(1)).value(),
                       rows.get<core::Date>(2), rows.text(3), rows.integer(4)});
    return out;
}

ServiceOrder LotExecutions::save(ServiceOrder o) {
    if (o.id.empty()) {
        o.id = tx_.value<domain::Id<ServiceOrder>>(
            "INSERT INTO service_orders (lot_id, kind, ordered_on, reference) VALUES (?, ?, ?, ?) RETURNING id", o.lot,
            o.kind, o.on, o.reference);
        o.revision = 1;
        return o;
    }
    refuse_stale(tx_.run(R"(
UPDATE service_orders SET kind = ?, ordered_on = ?, reference = ?, revision = revision + 1 WHERE id = ? AND revision = ?)",
                         o.kind, o.on, o.reference, o.id, o.revision));
    ++o.revision;
    return o;
}

std::vector<Stoppage> LotExecutions::stoppages(Lot lot) {
    auto rows = tx_.query(
        of_lot(tx_.viewer(), "SELECT t.id, t.from_on, t.until_on, t.reason, t.reference, t.revision FROM stoppages t",
               " ORDER BY t.from_on, t.id"),
        lot);
    std::vector<Stoppage> out;
    while (rows.step())
        out.push_back({rows.get<domain::Id<Stoppage>>(0), lot, rows.get<core::Date>(1),
                       rows.get<std::optional<core::Date>>(2), rows.text(3), rows.text(4), rows.integer(5)});
    return out;
}

Stoppage LotExecutions::save(Stoppage s) {
    if (s.id.empty()) {
        s.id = tx_.value<domain::Id<Stoppage>>(
            "INSERT INTO stoppages (lot_id, from_on, until_on, reason, reference) VALUES (?, ?, ?, ?, ?) RETURNING id",
            s.lot, s.from, s.to, s.reason, s.reference);
        s.revision = 1;
        return s;
    }
    refuse_stale(tx_.run(R"(
UPDATE stoppages SET from_on = ?, until_on = ?, reason = ?, reference = ?, revision = revision + 1
WHERE id = ? AND revision = ?)",
                         s.from, s.to, s.reason, s.reference, s.id, s.revision));
    ++s.revision;
    return s;
}

std::vector<HolderPlan> LotExecutions::plans(Lot lot) {
    auto rows = tx_.query(of_lot(tx_.viewer(), R"(
SELECT t.id, t.holder_id, t.given_on, t.revision FROM holder_plans t)",
                                 R"(
AND t.revision = (SELECT max(o.revision) FROM holder_plans o WHERE o.lot_id = t.lot_id AND o.holder_id = t.holder_id)
ORDER BY t.holder_id)"),
                          lot);
    std::vector<HolderPlan> out;
    while (rows.step())
        out.push_back({rows.get<domain::Id<HolderPlan>>(0),
                       lot,
                       rows.get<domain::Id<Organisation>>(1),
                       rows.get<core::Date>(2),
                       {},
                       rows.integer(3)});
    for (HolderPlan& plan : out) {
        auto months = tx_.query(
            "SELECT month, hours_centi, modality, performer_id, note FROM planned_months WHERE plan_id = ? ORDER BY "
            "rank",
            plan.id);
        while (months.step())
            plan.months.push_back({months.get<domain::Month>(0), months.get<core::Hours>(1), months.text(2),
                                   months.get<std::optional<domain::Id<Organisation>>>(3), months.text(4)});
    }
    return out;
}

HolderPlan LotExecutions::add(HolderPlan p) {
    p.revision = 1 + tx_.value<std::int64_t>(
                         "SELECT coalesce(max(revision), 0) FROM holder_plans WHERE lot_id = ? AND holder_id = ?",
                         p.lot, p.holder);
    p.id = tx_.value<domain::Id<HolderPlan>>(
        "INSERT INTO holder_plans (lot_id, holder_id, given_on, revision) VALUES (?, ?, ?, ?) RETURNING id", p.lot,
        p.holder, p.given_on, p.revision);
    std::int64_t rank = 0;
    for (const domain::PlannedMonth& one : p.months)
        tx_.run(R"(
INSERT INTO planned_months (plan_id, rank, month, hours_centi, modality, performer_id, note)
VALUES (?, ?, ?, ?, ?, ?, ?))",
                p.id, ++rank, one.month, one.hours, one.modality, one.performer, one.note);
    return p;
}

std::vector<Certificate> LotExecutions::certificates(Lot lot) {
    auto rows = tx_.query(of_lot(tx_.viewer(), R"(
SELECT t.id, t.holder_id, t.final, t.until_on, t.issued_on, t.due_centi, t.validated_centi, t.reference, t.note, t.at,
       t.actor
FROM certificates t)",
                                 " ORDER BY t.until_on DESC, t.id DESC"),
                          lot);
    std::vector<Certificate> out;
    while (rows.step())
        out.push_back({rows.get<domain::Id<Certificate>>(0), lot, rows.get<std::optional<domain::Id<Organisation>>>(1),
                       rows.get<bool>(2), rows.get<core::Date>(3), rows.get<core::Date>(4), rows.get<core::Hours>(5),
                       rows.get<core::Hours>(6), rows.text(7), rows.text(8), rows.get<core::Instant>(9),
                       rows.text(10)});
    return out;
}

std::optional<core::Date> LotExecutions::certified_until(Lot lot) {
    return tx_.value<std::optional<core::Date>>("SELECT max(until_on) FROM certificates WHERE lot_id = ?", lot);
}

Certificate LotExecutions::add(Certificate c) {
    c.id = tx_.value<domain::Id<Certificate>>(R"(
INSERT INTO certificates (lot_id, holder_id, final, until_on, issued_on, due_centi, validated_centi, reference, note, at,
                          actor)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                              c.lot, c.holder, c.final, c.until, c.issued_on, c.due, c.validated,
                                              c.reference, c.note, c.at, c.actor);
    // What is validated up to its last whole month changes no more.
    const domain::Month last(c.until);
    tx_.run(R"(
UPDATE hours_statements SET certificate_id = ?1, revision = revision + 1
WHERE certificate_id IS NULL AND state = 'valide' AND month <= ?2
  AND placement_id IN (SELECT p.id FROM placements p WHERE p.lot_id = ?3
                       UNION SELECT q.placement_id FROM placement_shares q WHERE q.lot_id = ?3))",
            c.id, last.last() > c.until ? last.previous() : last, c.lot);
    return c;
}

}  // namespace clausier::store
