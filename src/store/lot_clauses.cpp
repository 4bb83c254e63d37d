// Reads and writes lot_clauses.
#include "clausier/store/lot_clauses.hpp"

namespace clausier::store {
namespace {

// The clauses of a list in its order; a kind that the list no longer has is passed over.
std::vector<domain::LotClause> ordered(const std::vector<domain::LotClause>& kept) {
    std::vector<domain::LotClause> out;
    for (const domain::ClauseKind* kind : domain::lot_clause_kinds())
        for (const domain::LotClause& clause : kept)
            if (clause.kind == kind->code) out.push_back(clause);
    return out;
}

domain::LotClause read(const Statement& row, int column) {
    return {row.text(column), domain::clause_form(row.text(column + 1)).value_or(domain::ClauseForm::clause)};
}

}  // namespace

std::vector<domain::LotClause> LotClauses::of(domain::Id<domain::Lot> lot) {
    std::vector<domain::LotClause> kept;
    auto rows = tx_.query("SELECT kind, form FROM lot_clauses WHERE lot_id = ?", lot);
    while (rows.step()) kept.push_back(read(rows, 0));
    return kept.empty() ? kept : ordered(kept);
}

std::map<domain::Id<domain::Lot>, std::vector<domain::LotClause>> LotClauses::of_market(
    domain::Id<domain::Market> market) {
    std::map<domain::Id<domain::Lot>, std::vector<domain::LotClause>> out;
    auto rows = tx_.query(
        "SELECT c.lot_id, c.kind, c.form FROM lots l JOIN lot_clauses c ON c.lot_id = l.id WHERE l.market_id = ?",
        market);
    while (rows.step()) out[rows.get<domain::Id<domain::Lot>>(0)].push_back(read(rows, 1));
    for (auto& [lot, clauses] : out) clauses = ordered(clauses);
    return out;
}

std::vector<domain::Id<domain::Lot>> LotClauses::lots_with(const std::string& kind) {
    std::vector<domain::Id<domain::Lot>> out;
    auto rows = tx_.query("SELECT lot_id FROM lot_clauses WHERE kind = ? ORDER BY lot_id", kind);
    while (rows.step()) out.push_back(rows.get<domain::Id<domain::Lot>>(0));
    return out;
}

void LotClauses::set(domain::Id<domain::Lot> lot, const std::vector<domain::LotClause>& clauses) {
    tx_.run("DELETE FROM lot_clauses WHERE lot_id = ?", lot);
    for (const domain::LotClause& clause : clauses)
        tx_.run("INSERT INTO lot_clauses (lot_id, kind, form) VALUES (?, ?, ?)", lot, clause.kind, clause.form);
}

}  // namespace clausier::store
