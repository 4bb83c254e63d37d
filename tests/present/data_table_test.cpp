// Typed tables: the same rows as CSV, as Table Schema, as a sheet and as JSON.
#include "clausier/present/data_table.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"

using namespace clausier;
using namespace clausier::present;
using enum DataType;

namespace {

DataTable sample() {
    return {"essai",
            "Essai",
            {{"nom", "Nom", text},
             {"rang", "Rang", integer},
             {"taux", "Taux", percent},
             {"montant", "Montant HT", euros},
             {"jour", "Jour", date},
             {"oui", "Oui", boolean}},
            {{"Peinture, sols", "2", "12.50", "1234.50", "2026-03-01", "true"}, {"=1+1", "", "", "", "", ""}}};
}

}  // namespace

TEST_CASE("CSV has keys and raw values, its schema names them in order") {
    CHECK(csv(sample()) ==
          "nom,rang,taux,montant,jour,oui\r\n\"Peinture, sols\",2,12.50,1234.50,2026-03-01,true\r\n=1+1,,,,,\r\n");
    const auto schema = table_schema(sample());
    const auto& fields = schema.at("fields").as_array();
    REQUIRE(fields.size() == 6);
    CHECK(fields.at(0).at("type").as_string() == "string");
    CHECK(fields.at(1).at("type").as_string() == "integer");
    CHECK(fields.at(3).at("type").as_string() == "number");
    CHECK(fields.at(4).at("type").as_string() == "date");
    CHECK(fields.at(5).at("name").as_string() == "oui");
}

TEST_CASE("a sheet holds numbers as numbers, dates as dates, and a formula of a text as text") {
    const core::OutSheet sheet = out_sheet(sample());
    CHECK(sheet.name == "Essai");
    REQUIRE(sheet.rows.size() == 3);
    CHECK(sheet.widths.size() == 6);
    CHECK(std::get<std::int64_t>(sheet.rows[1][1].value) == 2);
    CHECK(std::get<core::Rate>(sheet.rows[1][2].value) == core::Rate::of(1250));
    CHECK(std::get<core::Euros>(sheet.rows[1][3].value) == core::Euros::of(123'450));
    CHECK(std::holds_alternative<core::Date>(sheet.rows[1][4].value));
    CHECK(std::get<bool>(sheet.rows[1][5].value));
    CHECK(std::get<std::string>(sheet.rows[2][0].value) == "=1+1");
    CHECK(std::holds_alternative<std::monostate>(sheet.rows[2][3].value));
    DataTable odd = sample();
    odd.rows[0][1] = "deux";
    CHECK(std::get<std::string>(out_sheet(odd).rows[1][1].value) == "deux");
}

TEST_CASE("JSON gives the table back, and what is none is refused") {
    const auto json = boost::json::parse(boost::json::serialize(data_json(sample())));
    const DataTable back = read_data(json);
    CHECK(csv(back) == csv(sample()));
    CHECK(back.columns.at(3).type == euros);
    for (const char* wrong : {"null", "{}",
                              "{\"nom\":\"a\",\"titre\":\"b\",\"colonnes\":[{\"cle\":\"x\",\"titre\":"
                              "\"y\",\"type\":\"image\"}],\"lignes\":[]}",
                              "{\"nom\":\"a\",\"titre\":\"b\",\"colonnes\":[],\"lignes\":[1]}"})
        CHECK_THROWS_AS(read_data(boost::json::parse(wrong)), core::Error);
}
