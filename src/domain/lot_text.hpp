// Finds lots in running text: « Réfection du gymnase - Lot 2 : électricité », « Lots 2 et 4 », « Lot 2: 10869,56 ».
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/quantity.hpp"

namespace clausier::domain {

// A title that names lots, taken apart. No number: the text names no lot.
struct LotText {
    std::string_view before;           // what precedes the word "lot", without the dash
    std::vector<std::string> numbers;  // "2", "2A"; several for « Lot 2 et 4 »
    std::string_view after;            // what follows, without the colon
};
LotText find_lots(std::string_view text);

// The amount of one of several lots named in one cell.
struct LotAmount {
    std::string number;
    core::Euros amount;
};
// Reads « Lot 2: 10869,56 (line end) Lot 4: 13377,13 ». Empty unless the whole cell reads so, with two lots or more.
std::vector<LotAmount> lot_amounts(std::string_view text);

// Whether a text that is not an amount holds several numbers apart from each other.
bool holds_several_numbers(std::string_view text);

}  // namespace clausier::domain
