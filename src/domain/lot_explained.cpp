// Computes a lot's hours today and compares what was kept with them.
#include "clausier/domain/lot_explained.hpp"

#include "clausier/domain/lot_figures.hpp"

namespace clausier::domain {

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
