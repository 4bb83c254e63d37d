// A file of essential data (DECP), read by the module decp as if it were a sheet.
#pragma once
#include "byte_input.hpp"
#include "clausier/core/progress.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/sheets/read.hpp"

namespace clausier::sheets {

// Gives the header and the rows of every record, and adds to the report. `format` is one of the two of essential data.
// Throws as read().
void read_essential(ByteInput& input, const Source& source, Format format, core::RowSink& sink, Report& report,
                    const core::Progress& progress);

}  // namespace clausier::sheets
