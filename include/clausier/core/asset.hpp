// Files embedded at build time: reference values, profiles, templates.
#pragma once
#include <string_view>
#include <vector>

namespace clausier::core {

// The bytes of an embedded file by its path from the root of the tree ("data/profiles/decp.csv"); empty when there
// is none of that name.
std::string_view asset(std::string_view name);

// The names of the embedded files that begin with `prefix`, in alphabetical order.
std::vector<std::string_view> assets(std::string_view prefix);

}  // namespace clausier::core
