// An OpenDocument spreadsheet: its sheets, and the rows of one of them.
#pragma once
#include <cstddef>
#include <vector>

#include "archive.hpp"
#include "clausier/core/progress.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/sheets/read.hpp"

namespace clausier::sheets {

// The sheets in the document's order. Throws Error(invalid) when content.xml is missing, damaged or encrypted.
std::vector<SheetInfo> ods_sheets(Archive& archive);

// Gives the rows that hold at least one non-empty cell to the sink and adds to report.rows, report.cells and
// report.issues. Repeated rows are given as many times as they are repeated; repeated blank ones cost nothing.
// `sheet_index` is a position in ods_sheets(). Throws Error(invalid) when content.xml is damaged or over a limit, or
// when progress answers false.
void read_ods(Archive& archive, std::size_t sheet_index, core::RowSink& sink, Report& report, const Limits& limits,
              const core::Progress& progress);

}  // namespace clausier::sheets
