// Files of essential data checked against the formats of 2022, record by record and as they are written: nothing is
// corrected first.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "clausier/decp/read.hpp"

namespace clausier::decp {

enum class FileFormat { json, xml };

struct RefusedRecord {
    std::uint64_t rank = 0;  // in the file, from 1
    bool concession = false;
    std::string id, buyer;  // as written, "" when absent
    // As schema_faults.hpp tells them, and "decp_structure": a key that the format does not have, or a value that is
    // not written as the format wants (a number in quotes, an object where a list should stand).
    std::vector<core::Issue> faults;
};

struct CheckReport {
    std::uint64_t records = 0, refused = 0;
    // Records by (field, code) of their faults, each once.
    std::map<std::pair<std::string, std::string>, std::uint64_t> by_fault;
    // Where the document breaks off, when it does: only what stands before is checked.
    std::vector<core::Issue> issues;
};

// Calls `refused` for each record that the schema refuses, in the order of the file. Throws as read_json(), but for a
// document that breaks off after a record.
CheckReport check(const Pieces& pieces, FileFormat format, const std::string& name,
                  const std::function<void(const RefusedRecord&)>& refused);

}  // namespace clausier::decp
