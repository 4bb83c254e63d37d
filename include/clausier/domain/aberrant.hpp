// Amounts nobody believes: they count as contracts and stay out of sums.
#pragma once
#include "clausier/core/quantity.hpp"

namespace clausier::domain {

// Above or under the bounds of data/codes/import_words.csv, one digit repeated (999 999, 999 999,99), or a run of
// digits (123 456 789). Zero and less are aberrant as well.
bool is_aberrant(core::Euros amount);

}  // namespace clausier::domain
