// Counts of people shown without telling who: those under five are masked, and what would reveal them by difference.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace clausier::domain {

// The smallest number of people that is shown.
inline constexpr std::int64_t smallest_shown = 5;

// A count that may be masked: absent is « moins de 5 ou masqué ».
using ShownCount = std::optional<std::int64_t>;

struct ShownCounts {
    std::vector<ShownCount> cells;
    ShownCount total;
};
// The cells of a breakdown whose sum is shown. Those from 1 to 4 are masked; as the total would give one alone, or a
// group of fewer than five, the smallest cells left are masked too until it does not. Zeros are shown. The total is
// masked when it is itself from 1 to 4, or when nothing else can keep a cell hidden.
ShownCounts mask_small(std::span<const std::int64_t> cells);

// The same for a table of rows × columns with the sums of both: masked until no row nor column gives a cell away. Every
// row is as long as the first. Totals under five are masked.
struct ShownTable {
    std::vector<std::vector<ShownCount>> cells;
    std::vector<ShownCount> rows;
    std::vector<ShownCount> columns;
    ShownCount total;
};
ShownTable mask_small(const std::vector<std::vector<std::int64_t>>& table);

}  // namespace clausier::domain
