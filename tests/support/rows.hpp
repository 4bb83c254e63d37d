// Rows for tests: from a CSV text into any sink.
#pragma once
#include <string_view>

#include "clausier/core/rows.hpp"
#include "clausier/core/table.hpp"

namespace clausier::tests {

// Gives the records of a CSV text to the sink, as a file would.
inline void feed(core::RowSink& sink, std::string_view csv, char separator = ';') {
    core::CsvReader reader(separator, sink);
    if (reader.feed(csv)) reader.finish();
}

}  // namespace clausier::tests
