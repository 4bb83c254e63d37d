// An .xls workbook (Excel 5 to 2003): its sheets, and the rows of one of them. Read by our own records because
// libfreexl gives errors as the number 1, elapsed hours modulo a day, and crashes on damaged files.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "biff.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/progress.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/sheets/read.hpp"
#include "compound.hpp"
#include "number_format.hpp"

namespace clausier::sheets {

// What the sheets of a workbook share.
struct XlsGlobals {
    bool unicode = true;  // BIFF8; else BIFF5, whose texts are in `bytes`
    Encoding bytes = Encoding::cp1252;
    bool unknown_bytes = false;  // the code page is neither cp1252 nor Mac Roman
    bool epoch_1904 = false;
    std::vector<NumberShape> styles;
    std::string texts;                     // the shared texts one after the other
    std::vector<std::size_t> text_ends{};  // where each of them ends

    [[nodiscard]] NumberShape shape(std::size_t style) const {
        return style < styles.size() ? styles[style] : NumberShape::number;
    }
};

class XlsWorkbook {
public:
    // Reads the workbook stream, whole, and what its sheets share. Throws Error(invalid) when it is damaged, protected
    // by a password or over a limit. `name` is how messages call the file.
    XlsWorkbook(Compound& file, std::string name, const Limits& limits);

    // In the workbook's order; charts and macros are left out.
    [[nodiscard]] const std::vector<SheetInfo>& sheets() const { return sheets_; }

    // Gives the rows that hold at least one non-empty cell, in order, and adds to report.rows, report.cells and
    // report.issues. Throws Error(invalid) when the sheet is damaged or over a limit, or when progress answers false.
    void read(std::size_t sheet_index, core::RowSink& sink, Report& report, const core::Progress& progress) const;

private:
    void read_globals();
    void take(const BiffRecord& record);
    void add_format(std::string_view data, std::unordered_map<std::uint32_t, NumberShape>& formats) const;
    void add_sheet(std::string_view data);
    void read_shared_texts(std::vector<std::string_view> pieces);

    std::string name_;
    const Limits& limits_;
    std::string stream_;
    XlsGlobals globals_;
    std::vector<SheetInfo> sheets_;
    std::vector<std::size_t> begins_;  // of each sheet, in the stream
};

}  // namespace clausier::sheets
