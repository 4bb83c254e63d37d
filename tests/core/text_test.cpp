// Text as people type it.
#include "clausier/core/text.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>

using namespace clausier::core;

TEST_CASE("folding makes spellings comparable") {
    CHECK(fold("Montant  € HT") == "montant ht");
    CHECK(fold("montant_ht") == "montant ht");
    CHECK(fold("ÉLÈVE  œuvre") == "eleve oeuvre");
    CHECK(fold("e\u0301te\u0301") == "ete");
    CHECK(fold("N° de l’opération") == "n de l operation");
    CHECK(fold("\xFF\xFEtest") == "test");
    CHECK(fold("") == "");
    CHECK(fold("!!!") == "");
}

TEST_CASE("every kind of white space is trimmed and collapsed") {
    CHECK(trim("\u00a0\t a b \u202f\n") == "a b");
    CHECK(trim("\uFEFFid") == "id");
    CHECK(trim("   ") == "");
    CHECK(collapse(" a\r\n b\u00a0\u00a0c ") == "a b c");
    CHECK(trim("\xE9") == "\xE9");
}

TEST_CASE("UTF-8 is told from what is not") {
    CHECK(is_utf8("déjà €🙂"));
    for (const char* bad : {"\xE9", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82"})
        CHECK_FALSE(is_utf8(bad));
}

TEST_CASE("HTML remains are undone, other signs are kept") {
    CHECK(undo_html("Fourniture &amp; pose<br />d&#233;pose &eacute;t&#xE9;") == "Fourniture & pose dépose été");
    CHECK(has_html("a &lt; b"));
    for (const char* plain : {"R&D", "a < b > c", "x & y;", "<lot 2>"}) {
        CHECK_FALSE(has_html(plain));
        CHECK(undo_html(plain) == plain);
    }
}

TEST_CASE("near names are suggested, far ones are not") {
    const std::array<std::string_view, 3> names = {"montant", "reprise", "penalite"};
    CHECK(nearest("montnat", names) == "montant");
    CHECK(nearest("pénalités", names) == "penalite");
    CHECK(nearest("xyz", names) == "");
}

TEST_CASE("splitting keeps empty parts") {
    CHECK(split("a||b", '|') == std::vector<std::string_view>{"a", "", "b"});
    CHECK(split("", '|') == std::vector<std::string_view>{""});
    CHECK(has_lost_characters("d\uFFFD"));
    CHECK_FALSE(has_lost_characters("dé"));
}
