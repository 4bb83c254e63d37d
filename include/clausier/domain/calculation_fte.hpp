// F7 and F8: hours as full-time equivalents, and the simulation of a penalty.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/calculation.hpp"

namespace clausier::domain {

// F7: FTE-years = hours ÷ reference; over one month, × 12. Two of hours, reference and FTE give the third.
struct FteInput {
    std::optional<core::Hours> hours;
    std::optional<core::Hours> reference;
    std::optional<core::Fraction> fte;
    bool monthly = false;
};
struct FteResult {
    core::Hours hours;
    core::Hours reference;
    std::int64_t fte_centi = 0;
    std::vector<Step> steps;
};
// Throws Error(invalid) naming the option that is missing, in excess or out of range.
FteResult calculate_fte(const FteInput& input);

// F8: max(0, due − validated) × per hour + days late × per day. A simulation: the buyer alone decides.
struct PenaltyInput {
    core::Hours due;
    core::Hours validated;
    core::Euros per_hour;
    std::int64_t days_late = 0;
    core::Euros per_day;
};
struct PenaltyResult {
    core::Hours missing;
    core::Euros penalty;  // nearest cent
    std::vector<Step> steps;
};
PenaltyResult calculate_penalty(const PenaltyInput& input);

}  // namespace clausier::domain
