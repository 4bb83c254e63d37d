// Contracts that say nothing of their considerations, classified by a person: several at once, and undone as a whole.
#pragma once
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/classification.hpp"
#include "clausier/store/classifications.hpp"

namespace clausier::app {

// With the suggestion of each, where there is one. Throws Error(invalid) for a CPV that is not made of digits ("cpv")
// or a text of too many words.
domain::UnclassifiedPage unclassified(store::Database& base, const store::UnclassifiedFilter& filter);

// The contracts of those numbers that are still to classify on an axis, in their order, each once, with their
// suggestions; the others are told.
domain::ChosenContracts chosen_contracts(store::Database& base, const std::vector<domain::Id<domain::Lot>>& lots,
                                         domain::ClauseAxis axis);

// Gives each contract what was decided, in one transaction with a row of the journal; those that say something already,
// or do not exist, are left out and told. Every decision is of the axis; a lot decided twice takes the first. Throws
// Error(invalid) when there is no decision, or one of another axis or empty.
domain::ClassificationOutcome classify(Session session, store::Database& base, domain::ClauseAxis axis,
                                       const std::vector<domain::ContractDecision>& decisions);

// Throws Error(not_found).
domain::ClassificationSheet classification(store::Database& base, domain::Id<domain::Classification> id);
// The newest first.
std::vector<domain::Classification> recent_classifications(store::Database& base, std::int64_t limit);

// Every contract of it says nothing again. Throws Error(not_found), or Error(conflict) when it is undone already or
// some of its contracts say something else since, each told.
domain::Classification undo_classification(Session session, store::Database& base,
                                           domain::Id<domain::Classification> id);

}  // namespace clausier::app
