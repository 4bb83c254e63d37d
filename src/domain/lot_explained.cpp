// Computes a lot's hours today and compares what was kept with them.
#include "clausier/domain/lot_explained.hpp"

#include "clausier/domain/lot_figures.hpp"

namespace clausier::domain {
namespace {

// The lot of a dossier that became this one: that of its number, else of its title.
const LotStudy* study_of(const ScenarioStudy& study, const Lot& lot) {
    const auto find = [&](std::string EnquiryLot::*known, const std::string& wanted) -> const LotStudy* {
        for (const LotStudy& one : study.lots)
            if (!wanted.empty() && one.lot.*known == wanted) return &one;
        return nullptr;
    };
    const LotStudy* found = find(&EnquiryLot::number, lot.number);
    return found ? found : find(&EnquiryLot::title, lot.title);
}

}  // namespace

std::optional<HoursOrigin> origin_of(const Lot& lot, const EnquirySheet& sheet, const Reference& reference,
                                     core::Date on) {
    const Scenario* chosen = sheet.chosen();
    if (!lot.hours || !chosen) return std::nullopt;
    const ScenarioStudy studied = study(sheet, *chosen, reference, on);
    const LotStudy* known = study_of(studied, lot);
    if (!known) return std::nullopt;
    HoursOrigin out{sheet.enquiry.id, false, known->due};
    for (const Offer& offer : sheet.offers)
        if (offer.kept && offer.lot == known->lot.id && offer.hours == lot.hours) out.offered = true;
    if (!out.offered && known->due != lot.hours) return std::nullopt;
    if (out.minimum == lot.hours) out.offered = false;
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
