// The user's own file with, beside each line, what an import says of it.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/domain/import_outcome.hpp"
#include "clausier/sheets/read.hpp"

namespace clausier::cli {

// Reads the source once more and writes the workbook `file`. `columns`: the widest row. Throws as sheets::read() and
// sheets::XlsxWriter.
void write_import_report(const std::string& file, const sheets::Source& source, std::optional<std::string_view> sheet,
                         const std::map<std::uint64_t, domain::LineRemarks>& remarks, std::uint64_t header_row,
                         std::size_t columns);

}  // namespace clausier::cli
