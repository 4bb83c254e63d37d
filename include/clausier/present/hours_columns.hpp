// The columns of hours beside lots in a workbook: the figures retained, the hours as a living formula, and remarks; as
// data that a door writes.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "clausier/domain/lot_hours.hpp"

namespace clausier::present {

// A formula ("ROUND(B2*C2,0)", A1 references, without "=") and its value now.
struct FormulaText {
    std::string text;
    std::variant<core::Euros, core::Hours> value;
};

// How a cell looks, in the order of sheets::Style: `input` is a figure to change, `warning` and `error` say something
// of the row.
enum class CellLook { plain, header, total, input, warning, error };

struct HoursCell {
    std::variant<std::monostate, std::string, core::Euros, core::Hours, core::Rate, FormulaText> value{};
    CellLook look = CellLook::plain;
};

class HoursColumns {
public:
    using Lots = std::multimap<std::uint64_t, const domain::LotHours*>::const_iterator;

    // The columns begin at column `first`, from 0.
    explicit HoursColumns(std::size_t first) : first_(first) {}
    [[nodiscard]] std::vector<HoursCell> header() const;
    // One lot on row `row` (from 1): amount, labour share, effort, hourly cost, hours = ROUND(…), days, remark.
    [[nodiscard]] std::vector<HoursCell> lot(const domain::LotHours& lot, std::uint32_t row);
    // Several lots of one row: their hours as a sum of numbers.
    [[nodiscard]] std::vector<HoursCell> lots(Lots begin, Lots end, std::uint32_t row);
    // A line that is no lot, and what is said of it.
    [[nodiscard]] std::vector<HoursCell> said(const std::string& text) const;
    // The total's row, with the columns before ours left empty but for its title.
    [[nodiscard]] std::vector<HoursCell> total(const domain::TenderHours& tender) const;

private:
    void seen(std::uint32_t row);
    [[nodiscard]] std::string sum(std::size_t column) const;
    std::size_t first_;
    std::uint32_t first_row_ = 0;
    std::uint32_t last_row_ = 0;
};

}  // namespace clausier::present
