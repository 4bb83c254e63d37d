// What the opportunity note says, whether it is written on a page or given as JSON.
#pragma once
#include <string>
#include <vector>

#include "clausier/present/opportunity_note.hpp"

namespace clausier::present {

// Hundredths to one decimal, as a person says them: « 28,4 ».
std::string short_number(std::int64_t centi);
// Working days of some hours, in hundredths.
std::int64_t days_centi(core::Hours hours, const domain::ScenarioStudy& study);

// The lots of a study that are not abandoned.
std::vector<const domain::LotStudy*> live_lots(const domain::ScenarioStudy& study);
// Whether one of them has hours, or a clause that is measured in hours.
bool has_hours(const domain::ScenarioStudy& study);
// Why there is no text of a clause of hours to take over.
std::string no_clause_line(const domain::ScenarioStudy& study);

// What feasibility says of all the lots, one remark a kind: « Lots 3 et 4, effectif moyen faible ; … »; "" when
// nothing.
std::string feasibility_line(const domain::ScenarioStudy& study);
// Why a lot has no hours, then what feasibility says of them.
std::vector<std::string> remarks_of(const domain::LotStudy& lot);

// « 12 SIAE et 2 EA ou ESAT déclarés… », or the names.
std::string structures_line(const OpportunityNote& note);

// The clause in a few lines, filled from the dossier.
std::string short_clause(const OpportunityNote& note);

struct NamedDate {
    std::string name;
    core::Date date;
};
std::vector<NamedDate> deadlines_of(const domain::EnquirySheet& sheet);
// What is left to do, the most useful first, one sentence each.
std::vector<std::string> steps_of(const OpportunityNote& note);

}  // namespace clausier::present
