// Whatever text is written, a reader of JSON gives it back.
#include "json_writer.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using present::JsonWriter;

TEST_CASE("objects, arrays and values stand as a reader expects them") {
    JsonWriter json;
    json.open('{').add("nom", "École").add("lots", std::int64_t{2}).add("prive", false);
    json.add("montant", std::optional<core::Euros>(core::Euros::of(1250))).add("heures", std::optional<core::Hours>());
    json.open('[', "liste").open('{').close('}').open('{').add("a", "b").close('}').close(']').close('}');
    CHECK(std::move(json).text() ==
          R"({"nom":"École","lots":2,"prive":false,"montant":"12.50","heures":null,"liste":[{},{"a":"b"}]})");
}

TEST_CASE("quotes, backslashes and control characters come back as they were") {
    std::string every;
    for (int c = 0; c < 128; ++c) every += static_cast<char>(c);
    every += "« € »\u2028";
    JsonWriter json;
    json.open('{').add("texte", std::string_view(every)).close('}');
    const auto read = boost::json::parse(std::move(json).text());
    CHECK(std::string(read.at("texte").as_string()) == every);
}
