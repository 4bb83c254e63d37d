// How rows of dossiers become values.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/enquiry.hpp"
#include "clausier/store/statement.hpp"

namespace clausier::store {

// The columns that each reader expects, with the aliases e, l, s, c and o.
inline constexpr std::string_view enquiry_columns =
    "e.id, e.buyer_id, e.state, e.object, e.cpv, e.type, e.buyer_category, e.defence, e.department, "
    "e.estimated_need_cents, e.duration_months, e.consultation_on, e.insertion_structures, e.insertion_turnover_cents, "
    "e.disability_structures, e.disability_turnover_cents, e.owner, e.requested_on, e.question_due_on, "
    "e.publication_due_on, e.answers_due_on, e.publics, e.modalities, e.refusal_reason, e.exception_reason, e.note, "
    "e.chosen_scenario, e.recommended_scenario, e.market_id, e.opcs_id, e.revision";
inline constexpr std::string_view enquiry_lot_columns =
    "l.id, l.number, l.title, l.trade, l.cpv, l.estimate_cents, l.maximum, l.abandoned";
inline constexpr std::string_view scenario_columns =
    "s.id, s.enquiry_id, s.name, s.labour_share_bp, s.effort_bp, s.hourly_cost_cents, s.rounding, s.revision";
inline constexpr std::string_view scenario_lot_columns =
    "c.lot_id, c.clause_kind, c.labour_share_bp, c.effort_bp, c.hourly_cost_cents, c.hours_centi";
inline constexpr std::string_view offer_columns =
    "o.id, o.lot_id, o.company, o.scheme, o.identifier, o.amount_cents, o.hours_centi, o.kept, o.revision";

domain::Enquiry read_enquiry(const Statement& row);
domain::EnquiryLot read_enquiry_lot(const Statement& row);
// Without its lots.
domain::Scenario read_scenario(const Statement& row);
domain::ScenarioLot read_scenario_lot(const Statement& row);
// Without its marks.
domain::Offer read_offer(const Statement& row);

// Codes joined by commas, as the lists of a dossier are kept; none holds a comma.
std::string joined_codes(const std::vector<std::string>& codes);

}  // namespace clausier::store
