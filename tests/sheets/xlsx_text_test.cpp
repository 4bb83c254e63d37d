// What Excel demands of texts and names.
#include "xlsx_text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "clausier/core/text.hpp"

using namespace clausier::sheets;
using namespace std::string_literals;

namespace {

std::string text(const std::string& from) { return xlsx_text(from).text; }

}  // namespace

TEST_CASE("Texts keep what Excel can hold") {
    CHECK(text("Été 2026\n\tœuvre 𝄞") == "Été 2026\n\tœuvre 𝄞");
    CHECK(text("").empty());
    CHECK_FALSE(xlsx_text("court").cut);
}

TEST_CASE("Control characters are replaced visibly, line ends are one character") {
    CHECK(text("a\x01"
               "b\0c\x1F"s) ==
          "a\uFFFD"
          "b\uFFFD"
          "c\uFFFD");
    CHECK(text("a\r\nb\rc\nd") == "a\nb\nc\nd");
    CHECK(text("a\uFFFE") == "a\uFFFD");
    CHECK(clausier::core::is_utf8(text("stray \xE9")));
}

TEST_CASE("A text that reads as an escape is escaped") {
    CHECK(text("_x0041_") == "_x005F_x0041_");
    CHECK(text("_x00G1_ _x41_ _x") == "_x00G1_ _x41_ _x");
}

TEST_CASE("A text over 32 767 units is cut and ends with an ellipsis") {
    CHECK_FALSE(xlsx_text(std::string(32'767, 'a')).cut);
    const auto cut = xlsx_text(std::string(32'768, 'a'));
    CHECK(cut.cut);
    CHECK(cut.text == std::string(32'766, 'a') + "…");
    std::string notes;
    for (int i = 0; i < 16'384; ++i) notes += "𝄞";  // two units each
    CHECK(xlsx_text(notes).text == notes.substr(0, 16'383 * 4) + "…");
}

TEST_CASE("Sheet names are what Excel accepts, and differ from one another") {
    CHECK(xlsx_sheet_name("Lots", {}) == "Lots");
    CHECK(xlsx_sheet_name("Lots [1/2]: peinture?*\\", {}) == "Lots -1-2-- peinture---");
    CHECK(xlsx_sheet_name("Marchés de travaux du département 2026", {}) == "Marchés de travaux du départeme");
    CHECK(xlsx_sheet_name("'Lots'", {}) == "Lots");
    CHECK(xlsx_sheet_name("", {}) == "Feuille");
    CHECK(xlsx_sheet_name("''", {}) == "Feuille");
    CHECK(xlsx_sheet_name("History", {}) == "Feuille");
    CHECK(xlsx_sheet_name("lots", {"Lots"}) == "lots (2)");
    CHECK(xlsx_sheet_name("Lots", {"Lots", "Lots (2)"}) == "Lots (3)");
    CHECK(xlsx_sheet_name("Marchés de travaux du département", {"Marchés de travaux du départeme"}) ==
          "Marchés de travaux du dépar (2)");
}
