// Turns cells of hours into cells of a workbook.
#include "hours_cells.hpp"

namespace clausier::cli {
namespace {

// The looks of present are the styles of sheets, in the same order.
static_assert(int(present::CellLook::error) == int(sheets::Style::error));

// The value of a cell: each kind as it is, a formula with its value now.
struct Written {
    template <class T>
    sheets::Value operator()(T& value) const {
        return std::move(value);
    }
    sheets::Value operator()(present::FormulaText& formula) const {
        return std::visit([&](auto now) { return sheets::Formula{std::move(formula.text), now}; }, formula.value);
    }
};

}  // namespace

std::vector<sheets::OutCell> out_cells(std::vector<present::HoursCell> cells) {
    std::vector<sheets::OutCell> out;
    for (present::HoursCell& cell : cells)
        out.push_back({std::visit(Written{}, cell.value), static_cast<sheets::Style>(cell.look)});
    return out;
}

}  // namespace clausier::cli
