// One JSON text read into a record.
#include "json_tree.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::decp;

TEST_CASE("a whole text is read, anything else is refused") {
    for (const std::string_view text : {"{\"a\":[1,\"x\"]}", "[]", "\"x\"", "12.5e3", "null"}) {
        Record record(10'000);
        INFO(text);
        CHECK(read_value(text, record));
        CHECK(record.complete());
    }
    for (const std::string_view text : {"", "{", "[1,]", "[1] 2", "test", "{'a':1}", "[NaN]"}) {
        Record record(10'000);
        INFO(text);
        CHECK_FALSE(read_value(text, record));
    }
}

TEST_CASE("depth and weight are bounded") {
    Record deep(100'000);
    CHECK_FALSE(read_value(std::string(1'000, '[') + std::string(1'000, ']'), deep));
    Record heavy(100);
    CHECK_THROWS_AS(read_value("\"" + std::string(200, 'x') + "\"", heavy), RecordTooLarge);
}
