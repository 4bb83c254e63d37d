// Essential data (DECP) files into rows: JSON and XML, of 2019 and of 2022, read record by record within a bounded
// memory.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/core/rows.hpp"

namespace clausier::decp {

// A record of the file, known to this module alone.
class Record;

// The bytes of a file, one piece after the other, each valid until the next call; empty at the end. May throw.
using Pieces = std::function<std::string_view()>;

struct ReadOptions {
    std::string name;                           // how messages call the file
    std::uint64_t record_bytes = 16ULL << 20U;  // what one record may weigh in memory
    std::uint64_t record_rows = 256ULL << 20U;  // bytes of all the rows of one record together
    // Where the file breaks off, the rows of the complete records before are all there is, and a warning says where;
    // else the reading throws core::Interrupted.
    bool keep_before_fault = false;
    // Sees each record as it stands in the file, before its rows are given; may be none.
    std::function<void(const Record&)> inspect{};
};

struct ReadReport {
    std::uint64_t records = 0;
    std::uint64_t rows = 0;           // given to the sink, the header included
    std::uint64_t cells = 0;          // non-empty cells given
    std::vector<core::Issue> issues;  // what was read but has no column, what is no record, where the file breaks off
};

// Row 1 is the header, the names of columns(); then each record gives one row a holder, or one when it has none. A file
// without record gives no row. Records are looked for in {"marches":[…]}, {"marches":{"marche":[…],…}}, an array, or
// are the whole document; a concession is read into the same columns. Nothing is guessed in a document that is not
// well-formed: it breaks off there. Throws core::Interrupted at the fault (always when no record precedes it),
// Error(invalid) when a record is over a limit, and whatever the pieces and the sink throw. A sink that answers false
// ends the reading.
ReadReport read_json(const Pieces& pieces, const ReadOptions& options, core::RowSink& sink);
// The same of elements « marche » and « contrat-concession », in any namespace and their children in any order.
ReadReport read_xml(const Pieces& pieces, const ReadOptions& options, core::RowSink& sink);

}  // namespace clausier::decp
