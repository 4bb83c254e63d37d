// Takes apart a cell that holds several considerations.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace clausier::domain {

// The words of a list written with , ; | or line ends between them, or as a JSON or Python list of strings, alone or as
// the value of an object. Each is trimmed and not empty.
std::vector<std::string> consideration_words(std::string_view text);

}  // namespace clausier::domain
