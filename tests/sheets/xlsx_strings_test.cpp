// Shared strings: rich, phonetic, escaped, and bounded.
#include "xlsx_strings.hpp"

#include <catch2/catch_test_macros.hpp>

#include "sheet_files.hpp"

using namespace clausier;
using tests::refusal_of;
using tests::says;

namespace {

std::string unescaped(std::string text, std::size_t from = 0) {
    sheets::unescape(text, from);
    return text;
}

std::vector<std::string> strings_of(const std::string& items, const sheets::Limits& limits = {}) {
    const auto bytes = tests::make_zip({{"s.xml", "<x:sst xmlns:x='u'>" + items + "</x:sst>"}});
    sheets::Archive archive(tests::source_of(bytes, limits));
    const sheets::SharedStrings strings(archive, "s.xml");
    std::vector<std::string> out;
    for (std::uint64_t i = 0; strings.at(i); ++i) out.emplace_back(*strings.at(i));
    CHECK(out.size() == strings.size());
    return out;
}

}  // namespace

TEST_CASE("runs are joined, phonetic runs left out, white space kept with xml:space or without") {
    CHECK(strings_of("<x:si><x:t>Peinture</x:t></x:si>"
                     "<x:si><x:r><x:rPr><x:b/></x:rPr><x:t>Gros </x:t></x:r><x:r><x:t xml:space='preserve'> œuvre "
                     "</x:t></x:r></x:si>"
                     "<x:si/><x:si><x:t/></x:si>"
                     "<x:si><x:t>東京</x:t><x:rPh sb='0' eb='2'><x:t>トウキョウ</x:t></x:rPh><x:phoneticPr/></x:si>"
                     "<x:si><x:t>deux\nlignes &amp; co</x:t></x:si>") ==
          std::vector<std::string>{"Peinture", "Gros  œuvre ", "", "", "東京", "deux\nlignes & co"});
}

TEST_CASE("characters that XML cannot hold are unescaped, once") {
    CHECK(unescaped("a_x000D_b") == "a\rb");
    CHECK(unescaped("_x0041__x0042_") == "AB");
    CHECK(unescaped("_x005F_x0041_") == "_x0041_");
    CHECK(unescaped("_x00e9_t_x00E9_") == "été");
    CHECK(unescaped("_xD83D__xDE00_") == "\xF0\x9F\x98\x80");
    CHECK(unescaped("_x20AC_") == "€");
}

TEST_CASE("what only looks like an escape stays as it is written") {
    for (const char* text :
         {"a_xb", "_x00G0_", "_x004", "_x0041", "_xD83D_", "_xDE00_", "_x0000_", "lot_x_1", "_x 041_"})
        CHECK(unescaped(text) == text);
    CHECK(unescaped("_xD83D__x0041_") == "_xD83D_A");
    CHECK(unescaped("_x0041__x0042_", 7) == "_x0041_B");
}

TEST_CASE("the texts held in memory are bounded") {
    sheets::Limits limits;
    limits.shared_text = 1'000;
    CHECK(strings_of("<x:si><x:t>" + std::string(900, 'a') + "</x:t></x:si>", limits).size() == 1);
    CHECK(says(refusal_of([&] { strings_of("<x:si><x:t>" + std::string(1'001, 'a') + "</x:t></x:si>", limits); }),
               "les textes du classeur dépassent"));
    std::string empty_items;
    for (int i = 0; i < 300; ++i) empty_items += "<x:si/>";
    CHECK(says(refusal_of([&] { strings_of(empty_items, limits); }), "les textes du classeur dépassent"));
}
