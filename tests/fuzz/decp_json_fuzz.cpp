// Fuzzes essential data in JSON: a hostile document is refused or read, the same whatever pieces it comes in.
#include "decp_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    clausier::fuzz::read_decp(clausier::decp::read_json, data, size);
    return 0;
}
