// The market that a dossier becomes once its offers are kept.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "clausier/domain/enquiry_study.hpp"
#include "clausier/domain/market_draft.hpp"

namespace clausier::domain {

// `draft.lots`, `clauses`, `offers` and `studies` go together: a lot, its detailed clauses, the offer kept for it if
// there is one, what the scenario says of it.
struct AwardedMarket {
    MarketDraft draft;
    std::vector<std::vector<LotClause>> clauses;
    std::vector<std::optional<Offer>> offers;
    std::vector<LotStudy> studies;
};

// What the clause of a lot is in the contract, for the kinds that may be a condition of execution, a criterion or both.
using ClauseForms = std::map<Id<EnquiryLot>, ClauseForm>;

// The lots that go into the market with a clause of such a kind, by their place in the study: nothing in the dossier
// tells the form, so that somebody has to.
std::vector<std::size_t> lots_to_form(const EnquirySheet& sheet, const ScenarioStudy& study);
// Those whose form is not said: "clause_forme" on the fields "lots.2.forme".
std::vector<core::Issue> unsaid_forms(const EnquirySheet& sheet, const ScenarioStudy& study, const ClauseForms& forms);

// The object, dates and estimates of the purchase; each lot that has a kept offer or no clause, with the offer's
// amount, the figures that the scenario says of it (what reference values stood for is left out), the hours that bind
// (those of the offer alone when the clause asks no minimum) and its social considerations, the summary of
// its clauses by `rules` (told whether it is a concession by the purchase). The estimate of a framework
// agreement is the lot's maximum. Abandoned lots, and those that wait for the offer their clause asks, are left out;
// the companies are left to the caller, the reference too.
AwardedMarket awarded_market(const EnquirySheet& sheet, const ScenarioStudy& study, SummaryRules rules = {},
                             const ClauseForms& forms = {});

}  // namespace clausier::domain
