// Where and why a document breaks off, said once for both formats.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "clausier/decp/read.hpp"

namespace clausier::decp {

struct Fault {
    std::uint64_t byte = 0;  // from 0
    std::uint64_t line = 1;
    std::uint64_t column = 1;    // in characters
    std::uint64_t record = 0;    // rank of the record it stands in, 0 when in none
    std::string_view record_id;  // "" when not read yet
    std::string_view format;     // "JSON" or "XML"
    std::string reason;
};

// Keeps what was read with a warning, when there is any and the options want so, or throws core::Interrupted.
void break_off(const Fault& fault, const ReadOptions& options, ReadReport& report);

// The refusal of a record that weighs too much.
core::Error too_large(const ReadOptions& options, std::uint64_t record);

}  // namespace clausier::decp
