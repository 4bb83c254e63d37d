// Values written as words and as JSON.
#include "record_text.hpp"

#include <catch2/catch_test_macros.hpp>

#include "json_tree.hpp"

using namespace clausier::decp;

namespace {

std::string words(std::string_view json) {
    Record record(10'000);
    REQUIRE(read_value(json, record));
    std::string out;
    append_words(record.root(), out);
    return out;
}

std::string again(std::string_view json) {
    Record record(10'000);
    REQUIRE(read_value(json, record));
    std::string out;
    append_json(record.root(), out);
    return out;
}

}  // namespace

TEST_CASE("words are joined however deep they stand, and absent ones are none") {
    CHECK(words(R"({"considerationSociale":["Clause sociale","Critère social"]})") == "Clause sociale, Critère social");
    CHECK(words(R"(["Clause sociale",null,"",[]])") == "Clause sociale");
    CHECK(words(R"("Clause sociale")") == "Clause sociale");
    CHECK(words("{}").empty());
}

TEST_CASE("JSON comes back without white space, numbers as they were written and texts escaped") {
    CHECK(again(" [ {\"a\" : 1.50, \"b\":[true , null]}, {} ] ") == R"([{"a":1.50,"b":[true,null]},{}])");
    CHECK(again(R"("l’\"objet\"\n\u00e9 \\ ")") == R"("l’\"objet\"\né \\ ")");
    CHECK(again("1E17") == "1E17");
}
