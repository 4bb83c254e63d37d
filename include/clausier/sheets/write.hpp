// Rows into files: xlsx in constant memory and csv, neither of which can smuggle a formula in a text.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/out_cells.hpp"
#include "clausier/core/rows.hpp"

namespace clausier::sheets {

using core::Formula;
using core::Number;
using core::OutCell;
using core::Style;
using core::Value;

// The value of a cell read, to be written again as it was.
Value same_value(const core::Cell& cell);

// One workbook being written. Rows go down one sheet after the other, in constant memory; the file appears under its
// name only when close() has succeeded (a temporary beside it is renamed), and is gone if the writer is destroyed
// before. What Excel cannot hold is written as near as can be: control characters become U+FFFD, a text over 32 767
// characters is cut and ends with "…", a number of more than 15 digits and a date before 1900-03-01 become texts.
class XlsxWriter {
public:
    // Throws Error(unavailable) when the folder cannot be written.
    explicit XlsxWriter(const std::filesystem::path& path);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    // Starts a sheet; column widths in characters. The name is cut and cleaned as Excel demands (31 characters, no
    // []:*?/\). `header_rows` first rows stay visible when scrolling.
    void sheet(std::string_view name, const std::vector<int>& widths = {}, int header_rows = 1);
    // Writes the next row; returns its number from 1. Throws Error(invalid) beyond 1 048 576 rows or 16 384 columns.
    std::uint32_t row(const std::vector<OutCell>& cells);
    // How many texts have been cut so far.
    [[nodiscard]] std::uint64_t cut_texts() const;
    // Throws Error(unavailable) when the disk is full; there is then no file, and the one of that name is as before.
    void close();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// A workbook of these sheets. Throws as XlsxWriter.
void write_workbook(const std::filesystem::path& path, const std::vector<core::OutSheet>& sheets);

}  // namespace clausier::sheets
