// F12: a total shared out over lots, holders, years or months, whose parts always sum to the total.
#pragma once
#include <string_view>
#include <vector>

#include "clausier/core/quantity.hpp"
#include "clausier/domain/calculation.hpp"

namespace clausier::domain {

struct SplitResult {
    std::vector<core::Hours> parts;
    std::vector<Step> steps;
};

// Shares whole steps of `step` hours by weight, the steps left over going to the largest remainders (the first wins a
// tie); what is less than one step goes to the next largest remainder. Throws Error(invalid) when there is no weight,
// one is negative, all are 0, the total is negative or the step is not positive.
SplitResult split(core::Hours total, const std::vector<core::Fraction>& weights, core::Hours step);

}  // namespace clausier::domain
