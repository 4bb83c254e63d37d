// The words of a search.
#include "search_words.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/refusal.hpp"

using namespace clausier;

TEST_CASE("words are folded, what folding empties is passed over, marks of LIKE do not pass") {
    CHECK(store::search_patterns("").empty());
    CHECK(store::search_patterns("  École   % *** _ ") == std::vector<std::string>{"%ecole%"});
    CHECK(store::search_patterns("Été toit").size() == 2);
}

TEST_CASE("a search takes sixteen words") {
    std::string text;
    for (int i = 0; i < 16; ++i) text += "mot ";
    CHECK(store::search_patterns(text).size() == 16);
    CHECK(tests::refusal([&] { store::search_patterns(text + "encore"); }).kind() == core::ErrorKind::invalid);
}
