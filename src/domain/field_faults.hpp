// Faults that the texts of a form share.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"

namespace clausier::domain {

inline constexpr std::size_t longest_line = 300;  // characters
inline constexpr std::size_t longest_note = 20'000;

// A year that somebody may mean.
inline constexpr int first_year_possible = 1950;
inline constexpr int last_year_possible = 2100;
inline bool is_year(int year) { return year >= first_year_possible && year <= last_year_possible; }

using Issues = std::vector<core::Issue>;

void refuse(Issues& issues, std::string_view where, std::string_view code, std::string text);
// "texte_long" beyond `limit` characters.
void within(Issues& issues, std::string_view where, std::string_view text, std::size_t limit);
// "champ_absent" with that sentence when the text is empty; a line otherwise.
void require_line(Issues& issues, std::string_view where, std::string_view text, std::string sentence);
// A text of several lines: line ends made LF, trimmed.
std::string plain_lines(std::string_view text);

}  // namespace clausier::domain
