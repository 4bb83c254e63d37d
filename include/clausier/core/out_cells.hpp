// Cells on their way to a workbook: values with their unit, living formulas, and how they look.
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"

namespace clausier::core {

// A formula of ours ("ROUND(B2*C2,0)", A1 references, English names, without "=") and its value now, so that readers
// that do not compute show it.
struct Formula {
    std::string text;
    std::variant<Euros, Hours, Rate, std::int64_t> value;
};

// A number as a spreadsheet stored it ("180000.5", "1E3"), written again as a number; what is no number is written as
// text.
struct Number {
    std::string text;
};

// What may be written in a cell. A text is always a text: never a formula, whatever it begins with.
using Value = std::variant<std::monostate, std::string, bool, Number, std::int64_t, Euros, Hours, Rate, Date, Formula>;

// How a cell looks: `input` is a figure to change, `warning` and `error` say something of the row.
enum class Style { plain, header, total, input, warning, error };

struct OutCell {
    Value value{};
    Style style = Style::plain;
};

// A sheet of a workbook, its header first; column widths in characters.
struct OutSheet {
    std::string name;
    std::vector<int> widths;
    std::vector<std::vector<OutCell>> rows;
};

}  // namespace clausier::core
