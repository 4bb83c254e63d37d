// What the texts of forms are refused for, in characters and not in bytes.
#include "field_faults.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;

TEST_CASE("a text is too long by its characters, whatever their bytes") {
    Issues issues;
    std::string accents;
    for (int i = 0; i < 300; ++i) accents += "é";
    within(issues, "titre", accents, longest_line);
    CHECK(issues.empty());
    within(issues, "titre", accents + "e", longest_line);
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].where == "titre");
    CHECK(issues[0].code == "texte_long");
    CHECK(issues[0].severity == clausier::core::Severity::error);
    CHECK(issues[0].text.find("300 caractères") != std::string::npos);
}

TEST_CASE("a line that is required is neither absent nor blank") {
    for (const char* text : {"", " \t "}) {
        Issues issues;
        require_line(issues, "nom", text, "donnez un nom");
        REQUIRE(issues.size() == 1);
        CHECK(issues[0].code == "champ_absent");
        CHECK(issues[0].text == "donnez un nom");
    }
    Issues issues;
    require_line(issues, "nom", "Valbrume", "donnez un nom");
    CHECK(issues.empty());
    require_line(issues, "nom", std::string(301, 'a'), "donnez un nom");
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].code == "texte_long");
}

TEST_CASE("lines end as LF, whoever wrote them") {
    CHECK(plain_lines("un\r\ndeux\rtrois\nquatre") == "un\ndeux\ntrois\nquatre");
    CHECK(plain_lines("  \r\n texte \r\n\r\n") == "texte");
    CHECK(plain_lines("un\r\n\r\ndeux") == "un\n\ndeux");
    CHECK(plain_lines("fin\r") == "fin");
    CHECK(plain_lines("").empty());
}

TEST_CASE("a year is one that somebody may mean") {
    CHECK(is_year(1950));
    CHECK(is_year(2100));
    CHECK_FALSE(is_year(1949));
    CHECK_FALSE(is_year(2101));
    CHECK_FALSE(is_year(26));
}
