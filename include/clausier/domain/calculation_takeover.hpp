// F3: a contract with staff transfer (cleaning and alike): what potential is left once the transferred staff is
// counted.
#pragma once
#include <optional>

#include "clausier/domain/calculation.hpp"

namespace clausier::domain {

// P = 1 − (S·C)/(A/N) and I = P·A/C·T (PACT Propreté, DOMAIN §2), where A is the turnover of the period excluding tax,
// N its months, S the transferable monthly hours, C the hourly coefficient (hourly cost ÷ labour share; by default the
// reference takeover.coefficient) and T the rate. With `hours`, the one of A, N, S and T left out is found; with all
// four and `hours`, it is the coefficient (F11).
struct TakeoverInput {
    std::optional<core::Euros> turnover;
    std::optional<core::Fraction> months;
    std::optional<core::Hours> transferable_hours;
    std::optional<core::Rate> rate;
    std::optional<core::Euros> coefficient;
    std::optional<core::Hours> hours;
    HourRounding rounding;
};

struct TakeoverResult {
    core::Euros turnover;
    core::Fraction months;
    core::Hours transferable_hours;
    core::Rate rate;
    Cited<core::Euros> coefficient;
    core::Rate potential;      // P, nearest 0.01 %; may be negative
    bool recommended = false;  // I reaches takeover.min_hours and P > 0
    Estimate estimate;
};

// Throws Error(invalid) when an input is out of range or when the number of inputs left out is wrong.
TakeoverResult calculate_takeover(const TakeoverInput& input, const Reference& reference, core::Date on);

}  // namespace clausier::domain
