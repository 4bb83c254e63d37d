// The words of OCDS for ours, from data/codes/ocds.csv.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace clausier::decp {

struct OcdsCode {
    std::string code;
    std::vector<std::string> strategies;
};

// Nothing (null) when the list has no entry for that word.
const OcdsCode* ocds_code(std::string_view list, std::string_view source);

}  // namespace clausier::decp
