// JSON built in order.
#include "json_text.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;

TEST_CASE("objects, lists and values follow each other with their commas, numbers as they are given") {
    decp::JsonText json;
    json.open("", '{');
    json.text("objet", "Toit \"neuf\"\n\\ été");
    json.bare("montant", "123456789012345678.90");
    json.open("liste", '[');
    json.text("", "a");
    json.open("", '{');
    json.close('}');
    json.bare("", "null");
    json.close(']');
    json.bare("fin", "true");
    json.close('}');
    CHECK(json.str().find("\"montant\":123456789012345678.90,") != std::string::npos);
    const auto read = boost::json::parse(json.str());
    CHECK(read.at("objet").as_string() == "Toit \"neuf\"\n\\ été");
    CHECK(read.at("liste").as_array().size() == 3);
    CHECK(read.at("fin").as_bool());
    json.clear();
    json.bare("", "1");
    CHECK(json.str() == "1");
}
