// Which character separates the cells of a CSV, found from its first records.
#pragma once
#include <optional>
#include <string_view>

namespace clausier::sheets {

// The separator announced by a first line "sep=;" as some spreadsheets write it.
std::optional<char> announced_separator(std::string_view text);

// The one of ; tab | , that cuts the first records most alike, quotes counted. `text` is UTF-8 and its last record may
// be cut, unless it is `whole`. A text of a single column gives a separator that does not cut it.
char find_separator(std::string_view text, bool whole);

}  // namespace clausier::sheets
