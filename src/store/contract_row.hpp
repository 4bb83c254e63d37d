// One lot read as the index needs it: the market, the lot and its holders from the rows of one query.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/contract.hpp"
#include "clausier/store/statement.hpp"

namespace clausier::store {

// The columns that ContractRow reads, by lot then holder: l, its market m, its buyer b, and its holder o, which may be
// absent. The lot first: an import adds them in that order.
inline constexpr std::string_view contract_source = R"(
SELECT l.id, l.market_id, m.buyer_id, b.kind, m.reference_derived, m.nature, m.procedure, m.cpv, m.place_code,
       m.place_type, m.notified_on, m.consultation_on, m.estimated_need_cents, m.duration_months, m.considerations,
       m.environmental, l.section, l.cpv, l.place_code, l.place_type, l.notified_on, l.considerations, l.environmental,
       l.amount_cents, l.techniques, l.execution_modes, l.framework_reference, l.innovative, l.advance, l.offers,
       l.holder_sme, l.holder_department, l.buying_unit, l.modifications, l.subcontracts,
       (SELECT group_concat(k.kind || ':' || k.form) FROM lot_clauses k WHERE k.lot_id = l.id),
       EXISTS (SELECT 1 FROM market_exceptions e WHERE e.market_id = l.market_id), h.rank, o.scheme, o.identifier
FROM lots l CROSS JOIN markets m ON m.id = l.market_id CROSS JOIN organisations b ON b.id = m.buyer_id
     LEFT JOIN lot_holders h ON h.lot_id = l.id LEFT JOIN organisations o ON o.id = h.organisation_id)";
inline constexpr std::string_view contract_order = " ORDER BY l.id, h.rank";

class ContractRow {
public:
    // Begins a lot, from its first row.
    void begin(const Statement& row);
    // Its holder, from each of its rows.
    void add_holder(const Statement& row);
    // 0 before the first.
    [[nodiscard]] std::int64_t lot_id() const { return lot_.id.value; }
    [[nodiscard]] const domain::Lot& lot() const { return lot_; }
    [[nodiscard]] domain::ContractSource source() const { return {market_, lot_, buyer_kind_, clauses_, excepted_}; }

private:
    domain::Market market_;
    domain::Lot lot_;
    domain::OrganisationKind buyer_kind_ = domain::OrganisationKind::unknown;
    std::vector<domain::LotClause> clauses_;
    bool excepted_ = false;
};

}  // namespace clausier::store
