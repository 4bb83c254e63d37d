// Where programs are sought.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace clausier::outside {

// PATH, or where Debian keeps its programs when there is none.
std::string search_path();

// The first of `names` that is an executable file in one of the folders of `path`, in the order of names; "" when there
// is none.
std::string find_program(const std::vector<std::string_view>& names, const std::string& path);

}  // namespace clausier::outside
