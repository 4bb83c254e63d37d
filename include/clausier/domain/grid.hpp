// Step grids: a table that turns an amount into hours.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/quantity.hpp"
#include "clausier/domain/reference_value.hpp"

namespace clausier::domain {

// One step: these hours for amounts strictly under `below`, which is empty on the last step only.
struct GridStep {
    std::optional<core::Euros> below;
    core::Hours hours;
    bool operator==(const GridStep&) const = default;
};

// A whole grid: steps in rising order, the last without limit.
struct Grid {
    std::string name;
    std::string label;
    std::vector<GridStep> steps;
    std::optional<core::Date> valid_from;
    Citation citation;

    // The step of an amount excluding tax. Throws Error(invalid) when the amount is negative.
    [[nodiscard]] const GridStep& step(core::Euros amount) const;
};

// The grids of one CSV text: grid, label, below_eur, hours, source, url, valid_from, checked_on, verified, note; the
// rows of a grid follow each other. Throws Error(invalid) naming `file` and the line of every fault.
std::vector<Grid> parse_grids_csv(std::string_view csv, std::string_view file, Layer layer);

}  // namespace clausier::domain
