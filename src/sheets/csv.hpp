// A CSV file: how it is written, found from its bytes, and its rows.
#pragma once
#include <cstdint>

#include "byte_input.hpp"
#include "clausier/core/progress.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/sheets/read.hpp"
#include "encoding.hpp"

namespace clausier::sheets {

struct CsvShape {
    Encoding encoding = Encoding::utf8;  // never automatic
    bool big_endian = false;             // of UTF-16
    std::uint64_t begin = 0;             // where the text begins, after its byte order mark
    char separator = ';';
    bool announced = false;  // the first record is "sep=;", which is no row
    TextFacts facts;         // of the bytes, when they are not UTF-16
};

// Looks at the whole text once. What the source asks for (encoding, separator) is taken as it is. Throws Error(invalid)
// when it holds zero bytes.
CsvShape inspect_csv(ByteInput& input, const Source& source);

// Gives the rows that hold at least one non-empty cell, every such cell a text, and adds to report.rows, report.cells
// and report.issues. A row's number is that of its record, blank records and the "sep=" line counted. Memory is bounded
// by the longest record. Throws Error(invalid) over a limit or when progress answers false.
void read_csv(ByteInput& input, const Source& source, const CsvShape& shape, core::RowSink& sink, Report& report,
              const core::Progress& progress);

}  // namespace clausier::sheets
