// What is known of a lot for its hours, whether it stands in the database or in a file.
#pragma once
#include "clausier/domain/lot_hours.hpp"
#include "clausier/domain/market.hpp"
#include "clausier/domain/tender_record.hpp"

namespace clausier::domain {

// The title is the market's object when the lot has none; the amount is the estimate when nothing is awarded, and a
// maximum when what is awarded is no more than the greatest amount of the agreement.
LotFigures figures_of(const Lot& lot, const Market& market, const Organisation& buyer);
// The buyer stays empty, and so does the market when its reference is ours.
LotFigures figures_of(const TenderRecord& record);

}  // namespace clausier::domain
