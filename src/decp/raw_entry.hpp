// The entry that a record of a file spells, its texts as they stand, and what of it is not laid out as the formats ask.
#pragma once
#include <vector>

#include "clausier/decp/check.hpp"
#include "clausier/decp/entry.hpp"
#include "record.hpp"

namespace clausier::decp {

// Adds faults "decp_structure".
Entry raw_entry(const Record& record, FileFormat format, std::vector<core::Issue>& faults);

}  // namespace clausier::decp
