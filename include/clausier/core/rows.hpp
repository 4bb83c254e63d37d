// How everything tabular flows: cells in rows, from a source to a sink, without ever holding the whole table.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace clausier::core {

// What the file says the cell is. `number` keeps the text as stored (dot decimal, perhaps an exponent); `date` is
// ISO: "2026-03-01", "2026-03-01T08:30:00" or, for a time alone, "08:30:00"; `boolean` is "true" or "false";
// `error` is the spreadsheet's error text, "#N/A".
enum class CellKind : std::uint8_t { empty, text, number, date, boolean, error };

// One cell. The text is UTF-8 and belongs to the row's source: it is valid only during the call that gives it.
struct Cell {
    CellKind kind = CellKind::empty;
    std::string_view text{};

    [[nodiscard]] bool empty() const { return kind == CellKind::empty || text.empty(); }
};

// One row of a sheet. `number` is the row's own number in the file, from 1, as a spreadsheet shows it (blank rows
// that the file does not store are skipped, so numbers may jump; in a CSV it is the record's number). Cells stand
// at their column's index; trailing empty cells may be absent.
struct Row {
    std::uint64_t number = 0;
    std::span<const Cell> cells;

    [[nodiscard]] Cell cell(std::size_t column) const { return column < cells.size() ? cells[column] : Cell{}; }
};

// How a spreadsheet calls a column: "A" for 0, "AA" for 26.
std::string column_letters(std::size_t column);

// Who takes rows one by one. Returning false asks the source to stop.
class RowSink {
public:
    virtual ~RowSink() = default;
    virtual bool row(const Row& row) = 0;
};

// Who gives rows one by one. The row is valid until the next call.
class RowSource {
public:
    virtual ~RowSource() = default;
    // False at the end.
    virtual bool next(Row& row) = 0;
};

}  // namespace clausier::core
