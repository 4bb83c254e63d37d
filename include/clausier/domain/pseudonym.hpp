// Pseudonyms of participants: « P-7F3K-29 », drawn at random, dictated and copied by hand without mistake.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "clausier/core/issue.hpp"

namespace clausier::domain {

// How many different pseudonyms there are; a draw is below it.
inline constexpr std::uint32_t pseudonym_count = 28U * 28 * 28 * 28;

// The pseudonym of a draw: four signs that nobody mistakes for another, and two digits that check them. It says nothing
// of the person. The draw is taken modulo pseudonym_count.
std::string pseudonym_of(std::uint32_t draw);

// A pseudonym as people type it (case, spaces and hyphens left aside) in its one writing. Faults "pseudonyme" (it has
// not that shape) and "pseudonyme_cle" (its digits do not check).
core::Result<std::string> parse_pseudonym(std::string_view text);

}  // namespace clausier::domain
