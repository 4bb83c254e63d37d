// What a scenario gives: the hours of each lot of a dossier, their sum, whether they can be done.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/enquiry.hpp"
#include "clausier/domain/lot_clauses.hpp"
#include "clausier/domain/tender_study.hpp"

namespace clausier::domain {

// Whether a choice on a lot is a clause: decided, and not "none".
bool is_clause(std::string_view clause_kind);
// Whether a clause of that kind is measured in hours (column `hours` of clause_kinds).
bool bears_hours(std::string_view clause_kind);
// Whether it marks offers on a social criterion (column `criterion`).
bool has_criterion(std::string_view clause_kind);
// Whether it binds how the market is performed: an execution condition, or a reservation.
bool is_execution_condition(std::string_view clause_kind);
// The detailed clauses of a lot given it; none while it is not decided. `form`: of the kinds that have several.
std::vector<LotClause> clauses_of(std::string_view clause_kind, ClauseForm form = ClauseForm::clause);

// What is known of a lot for its hours: its own title, CPV and estimate, else the purchase's, and what the scenario
// says of it.
LotFigures figures_of(const EnquiryLot& lot, const ScenarioLot& choice, const Purchase& purchase);

// One lot in a scenario. `due` is what was decided by hand, else what is computed; absent when the lot is abandoned,
// when there is no clause, when it bears no hours and none were decided, or when they cannot be computed
// (`calculation.issue` says why).
struct LotStudy {
    EnquiryLot lot;
    ScenarioLot choice;
    LotHours calculation;
    std::optional<core::Hours> due;
    std::vector<core::Issue> warnings;  // of feasibility
};

// Whether the lot asks for something: its choice is a clause, and it is not abandoned.
bool has_clause(const LotStudy& lot);

// `days`, `weeks` and workforce of `hours` stand in `total`. Abandoned lots are not counted. An abandoned lot has no
// hours and is counted nowhere.
struct ScenarioStudy {
    Scenario scenario;
    std::vector<LotStudy> lots;  // every lot of the dossier, in its order
    std::size_t counted = 0;     // the lots that are not abandoned
    std::size_t with_clause = 0;
    std::size_t undecided = 0;
    core::Hours hours;  // the sum of what is due
    Equivalents total;
    std::string reference_digest;
};

// Throws Error(invalid) as tender_hours does.
ScenarioStudy study(const EnquirySheet& sheet, const Scenario& scenario, const Reference& reference, core::Date on);

// Of the dossiers of one buyer and one year of request: how many were studied, could carry a clause by the chosen
// scenario, and have one in the end (accepted or modified, and all that follows). A rate has `studied` for denominator.
struct EnquiryRatio {
    Id<Organisation> buyer{};
    std::string buyer_name;
    int year = 0;
    std::int64_t requested = 0;  // all the dossiers
    std::int64_t studied = 0;
    std::int64_t clausable = 0;
    std::int64_t claused = 0;
    std::int64_t refused = 0;
    std::int64_t pending = 0;  // studied, and no answer of the buyer yet
};

}  // namespace clausier::domain
