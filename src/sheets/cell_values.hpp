// What the stored text of a cell becomes, by the type the file declares: shared by xlsx and ods.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "clausier/core/issue.hpp"
#include "clausier/core/rows.hpp"
#include "number_format.hpp"

namespace clausier::sheets {

// Without XML white space at both ends.
std::string_view trimmed(std::string_view text);

// Each settle function takes the stored text that stands in `text` from `begin` to the end, rewrites it in place where
// core::Cell asks for another form, and answers the kind of the cell. What is not of the declared type stays a text.

// A number keeps its text exactly; one whose shape is a date or a time becomes ISO.
core::CellKind settle_number(std::string& text, std::size_t begin, NumberShape shape, bool epoch_1904);
// "1" and "true" become "true", "0" and "false" "false".
core::CellKind settle_boolean(std::string& text, std::size_t begin);
// ISO dates and times, as append_iso() reads them.
core::CellKind settle_date(std::string& text, std::size_t begin);
// Durations, as append_duration() reads them.
core::CellKind settle_duration(std::string& text, std::size_t begin);

// The warning about formulas that no spreadsheet ever computed: they read as empty cells.
core::Issue unvalued_formulas(std::uint64_t count, std::string first_place);

}  // namespace clausier::sheets
