// How rows of markets and lots become values, and values parameters.
#pragma once
#include <string_view>

#include "clausier/domain/market.hpp"
#include "clausier/store/statement.hpp"

namespace clausier::store {

// The columns that read_market() and read_lot() expect, from `first` or the first one on, with the aliases m and l.
inline constexpr std::string_view market_row_columns =
    "m.id, m.buyer_id, m.operation_id, m.reference, m.reference_derived, m.object, m.nature, m.procedure, m.cpv, "
    "m.place_code, m.place_type, m.notified_on, m.published_on, m.consultation_on, m.estimated_need_cents, "
    "m.duration_months, m.considerations, m.environmental, m.revision";
inline constexpr int market_row_size = 19;

inline constexpr std::string_view lot_row_columns =
    "l.id, l.market_id, l.number, l.title, l.section, l.bracket, l.cpv, l.trade, l.place_code, l.place_type, "
    "l.notified_on, l.duration_months, "
    "l.considerations, l.environmental, l.amount_cents, l.amount_min_cents, l.amount_estimated_cents, "
    "l.amount_max_cents, "
    "l.labour_share_bp, l.effort_bp, l.hourly_cost_cents, l.hours_centi, l.revision, "
    "l.techniques, l.execution_modes, l.framework_reference, l.innovative, l.advance, l.advance_rate_bp, "
    "l.subcontracting, l.ccag, l.offers, l.consortium, l.price_form, l.price_types, l.origin_eu_bp, "
    "l.origin_france_bp, "
    "l.starts_on, l.subsidy_cents, l.holder_sme, l.holder_department, l.buying_unit, l.modifications, l.subcontracts, "
    "l.subcontract_changes, l.execution_years";

inline constexpr int lot_row_size = 46;

domain::Market read_market(const Statement& row, int first = 0);
// Without its holders.
domain::Lot read_lot(const Statement& row);

}  // namespace clausier::store
