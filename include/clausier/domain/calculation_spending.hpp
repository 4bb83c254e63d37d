// F4, F5 and F6: hours from what is invoiced, from a step grid, and from an inclusive purchase.
#pragma once
#include <optional>
#include <string_view>

#include "clausier/domain/calculation.hpp"

namespace clausier::domain {

// What the threshold of F4 does: `trigger`, all counts once it is reached; `allowance`, only the excess counts.
enum class ThresholdMode { trigger, allowance };
// "declencheur" or "franchise". Fault "mode_inconnu".
core::Result<ThresholdMode> parse_threshold_mode(std::string_view text);

// F4: one hour per whole tranche invoiced, from a threshold.
struct InvoiceInput {
    std::optional<core::Euros> invoiced;
    core::Euros threshold;
    core::Euros tranche;
    ThresholdMode mode = ThresholdMode::trigger;
    // When given without `invoiced`: the amount from which these hours are due (F11).
    std::optional<core::Hours> hours;
};
struct InvoiceResult {
    core::Euros invoiced;
    core::Euros base;  // what counts of it
    Estimate estimate;
};
InvoiceResult calculate_invoice(const InvoiceInput& input, const Reference& reference, core::Date on);

// F5: the hours of the step that an amount falls in.
struct GridResult {
    const Grid* grid = nullptr;
    const GridStep* step = nullptr;
    Estimate estimate;
};
// Throws Error(not_found) with a near name when there is no such grid.
GridResult calculate_grid(std::string_view grid, core::Euros amount, const Reference& reference, core::Date on);

// F6: an estimate of what an inclusive purchase is worth, in hours when it is small and in job-months above. Exactly
// one of `hours` and `job_months` is set; job_years is in hundredths.
struct InclusiveResult {
    std::optional<core::Hours> hours;
    std::optional<std::int64_t> job_months;
    std::int64_t job_years_centi = 0;
    std::vector<Step> steps;
};
InclusiveResult calculate_inclusive(core::Euros amount, const Reference& reference, core::Date on);

}  // namespace clausier::domain
