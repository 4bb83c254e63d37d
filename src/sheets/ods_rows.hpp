// The rows of one OpenDocument sheet, parsed as content.xml inflates.
#pragma once
#include <cstddef>

#include "archive.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/sheets/read.hpp"

namespace clausier::sheets {

// Gives the rows of the table number `sheet_index` (from 0), until its end or until the sink stops.
void read_ods_rows(Archive& archive, std::size_t sheet_index, const Limits& limits, core::RowSink& sink,
                   Report& report);

}  // namespace clausier::sheets
