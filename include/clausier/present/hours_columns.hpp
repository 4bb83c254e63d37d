// The columns of hours beside lots in a workbook: the figures retained, the hours as a living formula, and remarks; as
// data that a door writes.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "clausier/core/out_cells.hpp"
#include "clausier/domain/lot_hours.hpp"

namespace clausier::present {

class HoursColumns {
public:
    using Lots = std::multimap<std::uint64_t, const domain::LotHours*>::const_iterator;

    // The columns begin at column `first`, from 0.
    explicit HoursColumns(std::size_t first) : first_(first) {}
    [[nodiscard]] std::vector<core::OutCell> header() const;
    // One lot on row `row` (from 1): amount, labour share, effort, hourly cost, hours = ROUND(…), days, remark.
    [[nodiscard]] std::vector<core::OutCell> lot(const domain::LotHours& lot, std::uint32_t row);
    // Several lots of one row: their hours as a sum of numbers.
    [[nodiscard]] std::vector<core::OutCell> lots(Lots begin, Lots end, std::uint32_t row);
    // A line that is no lot, and what is said of it.
    [[nodiscard]] std::vector<core::OutCell> said(const std::string& text) const;
    // The total's row, with the columns before ours left empty but for its title.
    [[nodiscard]] std::vector<core::OutCell> total(const domain::TenderHours& tender) const;

private:
    void seen(std::uint32_t row);
    [[nodiscard]] std::string sum(std::size_t column) const;
    std::size_t first_;
    std::uint32_t first_row_ = 0;
    std::uint32_t last_row_ = 0;
};

}  // namespace clausier::present
