// A tender being prepared: the hours of its lots, whether they can be done, and what other effort rates would give.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/lot_hours.hpp"
#include "clausier/domain/market.hpp"

namespace clausier::domain {

// What is asked about the lots besides their hours.
struct StudyQuestion {
    LotHypotheses hypotheses;
    std::optional<core::Fraction> months;  // of work, for the mean workforce
    // Effort rates to compare, applied to every lot; empty: the common one, less and more.
    std::vector<core::Rate> compared;
};

// The hours of the whole tender were every lot at one rate.
struct EffortTotal {
    core::Rate effort;
    core::Hours hours;
    bool common = false;  // the rate of the hypotheses
};

struct TenderStudy {
    TenderHours tender;
    std::vector<std::vector<core::Issue>> warnings;  // of feasibility, beside each lot
    Equivalents total;                               // of the hours of all lots
    std::vector<EffortTotal> comparison;             // rising rates; empty when no lot has hours
};

// Throws Error(invalid) as tender_hours and feasibility do, and naming "option --comparer" when a compared rate is not
// between 0 and 100 %.
TenderStudy study_tender(std::vector<LotFigures> lots, const StudyQuestion& question, const Reference& reference,
                         core::Date on);

// The lots of a market to be made of a calculation: the amounts as estimates, the hours as due, the figures of each lot
// and those said for all of them; what reference values stood for is left out.
std::vector<Lot> lots_of(const TenderHours& tender);

// The rates compared when nobody chose any: `effort` between two others, two points lower and higher, or half and twice
// when two points would leave nothing.
std::vector<core::Rate> neighbouring_efforts(core::Rate effort);

}  // namespace clausier::domain
