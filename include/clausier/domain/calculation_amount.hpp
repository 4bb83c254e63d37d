// F1, F2 and their inverses (F11): hours from an amount, or from a total of hours, and whichever input is missing.
#pragma once
#include <optional>

#include "clausier/domain/calculation.hpp"

namespace clausier::domain {

// F1, exact: H = amount × labour share × effort ÷ hourly cost, in hours. Source: MEF Sud 77 (DOMAIN §2). The hourly
// cost must not be 0.
core::Fraction hours_from_amount(core::Euros amount, core::Rate labour_share, core::Rate effort,
                                 core::Euros hourly_cost);

// The inputs of F1. All four without `hours`: hours are computed. Three with `hours`: the fourth is.
struct AmountInput {
    std::optional<core::Euros> amount;  // excluding tax
    std::optional<core::Rate> labour_share;
    std::optional<core::Rate> effort;
    std::optional<core::Euros> hourly_cost;  // loaded, for one hour
    std::optional<core::Hours> hours;
    HourRounding rounding;
};

enum class AmountUnknown { hours, amount, labour_share, effort, hourly_cost };

// The inputs completed, which one was found, and the estimate. Solved inputs are rounded to nearest (cent, 0.01 %);
// `estimate.hours` stays the hours asked and `estimate.raw` is what the completed inputs give.
struct AmountResult {
    core::Euros amount;
    core::Rate labour_share;
    core::Rate effort;
    core::Euros hourly_cost;
    AmountUnknown unknown = AmountUnknown::hours;
    Estimate estimate;
};

// Throws Error(invalid) naming the option when an input is out of range, or when not exactly one of the five is left
// out. A share or rate over 100 % is refused; what is solved over 100 % is given with a warning "taux_impossible".
AmountResult calculate_amount(const AmountInput& input, const Reference& reference, core::Date on);

// F2: H = effort × total labour hours. Two of the three give the third.
struct EffortInput {
    std::optional<core::Hours> total_hours;
    std::optional<core::Rate> effort;
    std::optional<core::Hours> hours;
    HourRounding rounding;
};
struct EffortResult {
    core::Hours total_hours;
    core::Rate effort;
    Estimate estimate;
};
EffortResult calculate_effort(const EffortInput& input, const Reference& reference, core::Date on);

}  // namespace clausier::domain
