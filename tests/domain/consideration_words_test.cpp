// Cells of considerations are taken apart whatever joins their words.
#include "consideration_words.hpp"

#include <catch2/catch_test_macros.hpp>

using clausier::domain::consideration_words;
using Words = std::vector<std::string>;

TEST_CASE("words are joined by commas, semicolons, bars or line ends") {
    const Words both = {"Clause sociale", "Critère social"};
    for (const char* text : {"Clause sociale, Critère social", "Clause sociale ;Critère social",
                             "Clause sociale|Critère social", "Clause sociale\r\nCritère social\n"}) {
        INFO(text);
        CHECK(consideration_words(text) == both);
    }
    CHECK(consideration_words(" , ;").empty());
}

TEST_CASE("lists of JSON and Python give their strings, an object's name is none of them") {
    CHECK(consideration_words("['Clause sociale', 'Critère social']") == Words{"Clause sociale", "Critère social"});
    CHECK(consideration_words(R"({"considerationSociale": ["March\u00e9 r\u00e9serv\u00e9"]})") ==
          Words{"Marché réservé"});
    CHECK(consideration_words(R"(["L'oubli", "a \"b\""])") == Words{"L'oubli", "a \"b\""});
    CHECK(consideration_words("[]").empty());
    CHECK(consideration_words("['never closed") == Words{"never closed"});
    CHECK(consideration_words(R"(["\u20"])").empty());
}
