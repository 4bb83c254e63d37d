// An xlsx workbook: its sheets, and the rows of one of them.
#pragma once
#include <cstddef>
#include <vector>

#include "archive.hpp"
#include "clausier/core/progress.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/sheets/read.hpp"

namespace clausier::sheets {

// The sheets that hold cells, in the workbook's order (charts and dialogs are left out). Throws Error(invalid) when the
// archive holds no workbook that can be read.
std::vector<SheetInfo> xlsx_sheets(Archive& archive);

// Gives the rows that hold at least one non-empty cell to the sink, in the file's order, each with its own number, and
// adds to report.rows, report.cells and report.issues. `sheet_index` is a position in xlsx_sheets(). Throws
// Error(invalid) when a part is damaged or over a limit, or when progress answers false.
void read_xlsx(Archive& archive, std::size_t sheet_index, core::RowSink& sink, Report& report, const Limits& limits,
               const core::Progress& progress);

}  // namespace clausier::sheets
