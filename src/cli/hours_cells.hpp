// Cells of hours, as present makes them, ready for a workbook.
#pragma once
#include <vector>

#include "clausier/present/hours_columns.hpp"
#include "clausier/sheets/write.hpp"

namespace clausier::cli {

std::vector<sheets::OutCell> out_cells(std::vector<present::HoursCell> cells);

}  // namespace clausier::cli
