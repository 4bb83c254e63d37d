// Computes a lot's hours today and compares what was kept with them.
#include "clausier/domain/lot_explained.hpp"

namespace clausier::domain {

LotFigures figures_of(const Lot& lot, const Market& market, const Organisation& buyer) {
    LotFigures out;
    out.buyer = buyer.label();
    out.market = market.reference_derived ? market.object : market.reference;
    out.number = lot.number;
    out.title = lot.title.empty() ? market.object : lot.title;
    out.trade = lot.trade;
    out.cpv = lot.cpv;
    out.amount = lot.amount ? lot.amount : lot.amount_estimated;
    out.maximum = lot.amount && lot.amount == lot.amount_max;
    out.labour_share = lot.labour_share;
    out.effort = lot.effort;
    out.hourly_cost = lot.hourly_cost;
    return out;
}

LotExplained explain(LotSheet sheet, std::vector<StoredCalculation> stored, const LotHypotheses& hypotheses,
                     const Reference& reference, core::Date on) {
    LotExplained out;
    TenderHours today = tender_hours({figures_of(sheet.lot, sheet.market, sheet.buyer)}, hypotheses, reference, on);
    out.hours = std::move(today.lots.front());
    out.reference_digest = std::move(today.reference_digest);
    for (StoredCalculation& calculation : stored) {
        StoredHours one;
        one.reference_changed = calculation.reference_digest != out.reference_digest;
        one.lot_changed = calculation.lot_revision != sheet.lot.revision;
        one.differs = !out.hours.result || out.hours.result->estimate.raw != calculation.raw;
        one.calculation = std::move(calculation);
        out.stored.push_back(std::move(one));
    }
    out.sheet = std::move(sheet);
    return out;
}

}  // namespace clausier::domain
