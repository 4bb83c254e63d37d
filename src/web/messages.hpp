// What a page says after something was done: the address carries a word, never the sentence.
#pragma once
#include <string_view>

namespace clausier::web {

// The sentence of a word ("marche-cree"), "" when the word is not one of ours.
std::string_view message(std::string_view word);

}  // namespace clausier::web
