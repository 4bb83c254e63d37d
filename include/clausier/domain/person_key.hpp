// The text by which a person declared twice is recognised: names freed of how people write them, and the birth date.
#pragma once
#include <string>

#include "clausier/domain/participant.hpp"

namespace clausier::domain {

// Accents, case, hyphens, apostrophes, particles (de, du, le, van…), the order of the names and which of them is the
// family name do not count; the birth date does. Nothing when the birth date is absent. It names the person: only its
// keyed tag is ever kept.
std::optional<PersonalText> person_key(const PersonNames& names);

}  // namespace clausier::domain
