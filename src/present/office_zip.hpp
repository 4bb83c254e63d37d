// The package of an office document: a zip made in memory, always the same bytes for the same parts.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace clausier::present {

struct OfficePart {
    std::string name;
    std::string bytes;
    bool stored = false;  // not compressed: pictures, and what must be found at a fixed place
};

// The zip of the parts in their order, dated 1 January 1980. Throws std::runtime_error when libzip refuses.
std::string office_zip(const std::vector<OfficePart>& parts);

}  // namespace clausier::present
