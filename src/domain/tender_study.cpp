// Studies a tender: hours, feasibility, comparison of effort rates.
#include "clausier/domain/tender_study.hpp"

#include <algorithm>

#include "clausier/domain/feasibility.hpp"

namespace clausier::domain {
namespace {

using core::Fraction;
using core::Rate;

// The effort that lots without one of their own have.
Rate common_effort(const LotHypotheses& hypotheses, const Reference& reference, core::Date on) {
    return hypotheses.effort ? *hypotheses.effort : reference.rate("effort_rate.usual", on).value;
}

// The hours of the lots already computed, at another rate: only the rate changes.
core::Hours hours_at(const TenderHours& tender, Rate effort, const HourRounding& rounding) {
    core::Hours total;
    for (const LotHours& lot : tender.lots)
        if (lot.result)
            total += rounding.apply(
                hours_from_amount(lot.result->amount, lot.result->labour_share, effort, lot.result->hourly_cost));
    return total;
}

std::vector<Rate> compared_rates(const StudyQuestion& question, Rate common) {
    std::vector<Rate> rates = question.compared.empty() ? neighbouring_efforts(common) : question.compared;
    for (const Rate rate : rates) {
        require_positive(rate, "option --comparer");
        if (rate > Rate::whole(1))
            throw core::Error(core::ErrorKind::invalid, "option --comparer",
                              "un pourcentage ne dépasse pas 100 ; corrigez-le");
    }
    std::sort(rates.begin(), rates.end());
    rates.erase(std::unique(rates.begin(), rates.end()), rates.end());
    return rates;
}

template <class T>
std::optional<T> unless_reference(const Hypothesis<T>& hypothesis) {
    return hypothesis.source == HypothesisSource::reference ? std::nullopt : std::optional(hypothesis.value);
}

}  // namespace

std::vector<Lot> lots_of(const TenderHours& tender) {
    std::vector<Lot> out;
    for (const LotHours& hours : tender.lots) {
        Lot lot;
        lot.number = hours.figures.number;
        lot.title = hours.figures.title;
        lot.trade = hours.figures.trade;
        lot.amount_estimated = hours.figures.amount;
        lot.labour_share = hours.figures.labour_share;
        lot.effort = hours.figures.effort;
        lot.hourly_cost = hours.figures.hourly_cost;
        if (hours.result) {
            lot.labour_share = unless_reference(hours.labour_share);
            lot.effort = unless_reference(hours.effort);
            lot.hourly_cost = unless_reference(hours.hourly_cost);
            lot.hours = hours.result->estimate.hours;
        }
        out.push_back(std::move(lot));
    }
    return out;
}

std::vector<Rate> neighbouring_efforts(Rate effort) {
    const Rate step = Rate::of(200);
    const Rate lower = effort > step ? effort - step : Rate::of(std::max<std::int64_t>(effort.parts() / 2, 1));
    const Rate higher = effort > step ? effort + step : effort + effort;
    return {lower, effort, std::min(higher, Rate::whole(1))};
}

TenderStudy study_tender(std::vector<LotFigures> lots, const StudyQuestion& question, const Reference& reference,
                         core::Date on) {
    TenderStudy out;
    out.tender = tender_hours(std::move(lots), question.hypotheses, reference, on);
    const Rate common = common_effort(question.hypotheses, reference, on);
    const std::vector<Rate> rates = compared_rates(question, common);
    for (const LotHours& lot : out.tender.lots)
        out.warnings.push_back(lot.result ? feasibility(*lot.result, question.months, reference, on)
                                          : std::vector<core::Issue>());
    out.total = equivalents(out.tender.hours, reference, on);
    if (out.tender.computed > 0)
        for (const Rate rate : rates)
            out.comparison.push_back({rate, hours_at(out.tender, rate, question.hypotheses.rounding), rate == common});
    return out;
}

}  // namespace clausier::domain
