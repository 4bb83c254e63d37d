// What is known of the social considerations of a market: some, none, or nothing said. Silence is never "none".
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"

namespace clausier::domain {

enum class SocialState { some, none, not_filled };

inline constexpr std::array all_social_states = {SocialState::some, SocialState::none, SocialState::not_filled};

// "oui", "aucune" or "non_renseignee".
std::string_view code(SocialState state);
// « Avec considération sociale », « Sans considération sociale » or « Non renseignée ».
std::string_view label(SocialState state);
// Nothing when the code is none of the three.
std::optional<SocialState> social_state(std::string_view code);

// The official words that say that there is none: « Pas de considération sociale ».
const std::string& no_social_consideration();
// Of considerations as Market and Lot keep them.
SocialState social_state_of(const std::optional<std::string>& considerations);

// The official words for social considerations, those that exclude the others last: what forms offer.
std::vector<std::string> social_considerations();
// Considerations as Market and Lot keep them, from words of the list separated by commas; absent for "". Faults
// "consideration_inconnue", "considerations_contraires".
core::Result<std::optional<std::string>> parse_social_considerations(std::string_view text);

// The same of environmental considerations.
const std::string& no_environmental_consideration();
std::vector<std::string> environmental_considerations();
core::Result<std::optional<std::string>> parse_environmental_considerations(std::string_view text);

}  // namespace clausier::domain
