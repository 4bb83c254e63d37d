// Matches gathered supplier by supplier.
#include "contract_standings.hpp"

namespace clausier::store {
namespace {

// Of two structures of one SIRET, the one of the greater weight speaks.
int weight(const domain::Standing& standing) {
    if (standing.family != "insertion" && standing.family != "handicap") return 0;
    return standing.approved ? 3 : standing.deemed ? 2 : 1;
}

void take(domain::Standing& known, std::int64_t& number, const domain::Standing& other, std::int64_t structure) {
    const bool esus = known.esus || other.esus;
    const bool ess = known.ess || other.ess;
    if (weight(other) > weight(known)) {
        known = other;
        number = structure;
    }
    known.esus = esus;
    known.ess = ess;
}

struct Supplier {
    std::int64_t lot = 0;
    std::int64_t rank = 0;
    bool subcontractor = false;
    std::optional<core::Euros> amount;
};

}  // namespace

SupplierStandings::SupplierStandings(Transaction& tx, Statement rows, core::Date today) {
    Supplier last;
    while (rows.step()) {
        const std::int64_t number = rows.integer(4);
        const domain::Standing standing =
            domain::standing_of(structure(tx, number), rows.get<std::optional<core::Date>>(5), today);
        domain::ContractStandings& of_lot = by_lot_[rows.integer(0)];
        if (rows.integer(0) == last.lot && rows.integer(1) == last.rank) {
            domain::Standing& known = last.subcontractor ? of_lot.subcontractors.back().first : of_lot.holders.back();
            take(known, of_lot.structures.back(), standing, number);
            continue;
        }
        last = {rows.integer(0), rows.integer(1), rows.get<bool>(2), rows.get<std::optional<core::Euros>>(3)};
        if (last.subcontractor)
            of_lot.subcontractors.emplace_back(standing, last.amount);
        else
            of_lot.holders.push_back(standing);
        of_lot.structures.push_back(number);
    }
}

const domain::Structure& SupplierStandings::structure(Transaction& tx, std::int64_t id) {
    if (const auto known = structures_.find(id); known != structures_.end()) return known->second;
    domain::Structure out;
    out.id.value = id;
    auto row = tx.query("SELECT kind, closed_on FROM structures WHERE id = ?", id);
    if (row.step()) {
        out.kind = row.text(0);
        out.closed_on = row.get<std::optional<core::Date>>(1);
    }
    auto approvals =
        tx.query("SELECT kind, valid_from, valid_to FROM structure_approvals WHERE structure_id = ? ORDER BY id", id);
    while (approvals.step())
        if (const auto kind = domain::approval_kind(approvals.text(0)))
            out.approvals.push_back(
                {*kind, approvals.get<std::optional<core::Date>>(1), approvals.get<std::optional<core::Date>>(2), ""});
    return structures_.emplace(id, std::move(out)).first->second;
}

const domain::ContractStandings& SupplierStandings::of(domain::Id<domain::Lot> lot) const {
    static const domain::ContractStandings none;
    const auto found = by_lot_.find(lot.value);
    return found == by_lot_.end() ? none : found->second;
}

}  // namespace clausier::store
