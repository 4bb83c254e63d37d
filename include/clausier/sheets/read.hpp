// Files into rows: any spreadsheet and essential data (DECP), known by their content and never by their name, streamed
// cell by cell.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/core/progress.hpp"
#include "clausier/core/rows.hpp"

namespace clausier::sheets {

enum class Format { csv, xlsx, ods, xls, decp_json, decp_xml };
// "csv", "xlsx", "ods", "xls", "decp-json", "decp-xml".
std::string_view format_name(Format format);

// What a hostile file may cost at most. Bytes are counted as they are inflated.
struct Limits {
    std::uint64_t entries = 2'000;        // entries of a zip
    std::uint64_t inflated = 4ULL << 30;  // bytes of one part, inflated
    std::uint64_t ratio = 100;            // inflated ÷ compressed, judged beyond `ratio_from` bytes
    std::uint64_t ratio_from = 100ULL * 1024;
    std::uint64_t shared_text = 512ULL << 20;  // bytes of the shared texts held in memory
    std::uint64_t rows = 1'048'576;            // not of essential data
    std::uint64_t columns = 16'384;
    std::uint64_t row_bytes = 16ULL << 20;  // bytes of one row, or of one record of essential data
};

enum class Encoding { automatic, utf8, utf16, cp1252, mac_roman };

// A file to read, or bytes already in memory (`bytes`, which then win and outlive the call). `name` is how messages
// call it.
struct Source {
    std::filesystem::path path;
    std::string name;
    std::string_view bytes{};
    Limits limits{};
    Encoding encoding = Encoding::automatic;  // csv only
    char separator = 0;                       // csv only; 0 = found from the content
    bool keep_before_fault = false;           // essential data only: what stands before a fault is all there is
};

struct SheetInfo {
    std::string name;
    bool hidden = false;
};

// What a file is, before its rows are read.
struct Opened {
    Format format;
    std::vector<SheetInfo> sheets;  // one, named as the file, for a csv and for essential data
    Encoding encoding = Encoding::utf8;
    char separator = 0;
};

// What was read, and what had to be said about it.
struct Report {
    Format format;
    std::string sheet;
    std::uint64_t rows = 0;           // rows given to the sink
    std::uint64_t cells = 0;          // non-empty cells given
    std::vector<core::Issue> issues;  // warnings: characters replaced, other sheets not read, quote never closed…
};

// Looks at the file without reading its rows. Throws Error(not_found) when the file cannot be opened and Error(invalid)
// when it is none of the formats, broken, encrypted or over a limit, with one French sentence.
Opened open(const Source& source);

// Gives every row of one sheet to the sink. `sheet` is a name or a number from 1; without it, the first sheet that is
// not hidden. Values of formulas are the cached ones. Dates are told from numbers by the cell's style and given in ISO.
// Throws as open(), Error(not_found) naming the sheets when there is none of that name, and Error(invalid) "annulé"
// when `progress` (bytes read of the file's total) answers false. A sink that answers false ends the reading without
// error. Reading rows that the file does not have is no error here: the report says 0 rows. Essential data have the
// columns of decp::columns(); they throw core::Interrupted where the document breaks off, unless the source keeps what
// precedes, and Error(invalid) when they hold no record.
Report read(const Source& source, core::RowSink& sink, std::optional<std::string_view> sheet = {},
            const core::Progress& progress = {});

}  // namespace clausier::sheets
