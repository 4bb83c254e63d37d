// One lot: its sheet, its hours explained, and the keeping of a calculation.
#pragma once
#include "clausier/app/app.hpp"
#include "clausier/domain/lot_explained.hpp"

namespace clausier::app {

// Each throws Error(not_found) when there is no such lot.
// The lot with its market, buyer and holders: what its document says, read as fast as can be.
domain::LotSheet lot_sheet(store::Database& base, domain::Id<domain::Lot> id);

// Today's calculation by the reference values in force (app::reference()), and those kept.
domain::LotExplained lot_hours(Session session, store::Database& base, domain::Id<domain::Lot> id,
                               const domain::LotHypotheses& hypotheses, const domain::Reference& reference);

// Keeps today's calculation, with a row of the journal. Throws Error(invalid) with the reason when there are no hours.
domain::LotExplained save_lot_hours(Session session, store::Database& base, domain::Id<domain::Lot> id,
                                    const domain::LotHypotheses& hypotheses, const domain::Reference& reference);

}  // namespace clausier::app
