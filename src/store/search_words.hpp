// The words of a search, as the texts of markets are read for them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace clausier::store {

// "%mot%" for each word, folded: what market_texts is asked with LIKE, each word in turn. Throws Error(invalid) when
// there are more words than a search takes.
std::vector<std::string> search_patterns(std::string_view text);

}  // namespace clausier::store
