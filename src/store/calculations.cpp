// Queries on calculations.
#include "clausier/store/calculations.hpp"

#include <fmt/format.h>

#include "clausier/core/issue.hpp"

namespace clausier::store {

using domain::Id;

std::optional<Calculation> Calculations::find(Id<Calculation> id) {
    auto rows = tx_.query(R"(
SELECT id, lot_id, at, actor, method, hours_centi, raw_centi, rounding, reference_digest, lot_revision
FROM calculations WHERE id = ?)",
                          id);
    if (!rows.step()) return std::nullopt;
    Calculation found{rows.get<Id<Calculation>>(0),
                      rows.get<std::optional<Id<domain::Lot>>>(1),
                      rows.get<core::Instant>(2),
                      rows.text(3),
                      rows.text(4),
                      {},
                      rows.get<core::Hours>(5),
                      rows.get<core::Hours>(6),
                      rows.text(7),
                      {},
                      rows.text(8),
                      rows.get<std::optional<std::int64_t>>(9)};
    auto inputs = tx_.query("SELECT name, value FROM calculation_inputs WHERE calculation_id = ? ORDER BY rank", id);
    while (inputs.step()) found.inputs.emplace_back(inputs.text(0), inputs.text(1));
    auto steps = tx_.query("SELECT label, formula FROM calculation_steps WHERE calculation_id = ? ORDER BY rank", id);
    while (steps.step()) found.steps.push_back({steps.text(0), steps.text(1)});
    return found;
}

std::vector<Calculation> Calculations::of_lot(Id<domain::Lot> lot) {
    std::vector<Calculation> found;
    auto ids = tx_.query("SELECT id FROM calculations WHERE lot_id = ? ORDER BY id DESC", lot);
    while (ids.step())
        if (auto calculation = find(ids.get<Id<Calculation>>(0))) found.push_back(*std::move(calculation));
    return found;
}

std::map<Id<domain::Lot>, core::Hours> Calculations::latest(Id<domain::Market> market) {
    std::map<Id<domain::Lot>, core::Hours> found;
    auto rows = tx_.query(R"(
SELECT l.id, c.hours_centi
FROM lots l JOIN calculations c ON c.id = (SELECT max(n.id) FROM calculations n WHERE n.lot_id = l.id)
WHERE l.market_id = ? AND l.hours_centi IS NULL)",
                          market);
    while (rows.step()) found.emplace(rows.get<Id<domain::Lot>>(0), rows.get<core::Hours>(1));
    return found;
}

Calculation Calculations::add(Calculation c) {
    c.lot_revision.reset();
    if (c.lot) {
        c.lot_revision = tx_.maybe<std::int64_t>("SELECT revision FROM lots WHERE id = ?", *c.lot);
        if (!c.lot_revision)
            throw core::Error(core::ErrorKind::not_found, fmt::format("lot n° {}", c.lot->value),
                              "ce lot n’existe pas ; voyez la liste des marchés");
    }
    c.id = tx_.value<Id<Calculation>>(R"(
INSERT INTO calculations (lot_id, lot_revision, at, actor, method, hours_centi, raw_centi, rounding, reference_digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                      c.lot, c.lot_revision, c.at, c.actor, c.method, c.hours, c.raw, c.rounding,
                                      c.reference_digest);
    std::int64_t rank = 0;
    for (const auto& [name, value] : c.inputs)
        tx_.run("INSERT INTO calculation_inputs (calculation_id, rank, name, value) VALUES (?, ?, ?, ?)", c.id, ++rank,
                name, value);
    rank = 0;
    for (const domain::Step& step : c.steps)
        tx_.run("INSERT INTO calculation_steps (calculation_id, rank, label, formula) VALUES (?, ?, ?, ?)", c.id,
                ++rank, step.label, step.formula);
    return c;
}

}  // namespace clausier::store
