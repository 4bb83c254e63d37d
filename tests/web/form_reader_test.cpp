// Values typed by people: read as they write them, every fault kept with the name of its field.
#include "form_reader.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using web::FormReader;

TEST_CASE("figures are read as people write them, empty ones are none and no fault") {
    const http::Fields fields{
        {"montant", " 1 234,5 € "}, {"taux", "7,5 %"}, {"heures", "35,5 h"}, {"jour", "01/03/2026"},
        {"annee", "2026"},          {"mois", "4,5"},   {"nombre", "0"},      {"vide", "   "}};
    FormReader reader(fields);
    CHECK(reader.euros("montant") == core::Euros::of(123450));
    CHECK(reader.percent("taux") == core::Rate::of(750));
    CHECK(reader.hours("heures") == core::Hours::of(3550));
    CHECK(reader.date("jour") == core::parse_iso_date("2026-03-01").value());
    CHECK(reader.year("annee") == 2026);
    CHECK(reader.number("mois")->rounded(100, core::Rounding::nearest) == 450);
    CHECK(reader.whole("nombre") == 0);
    CHECK_FALSE(reader.euros("vide"));
    CHECK_FALSE(reader.year("absent"));
    CHECK(reader.text("vide").empty());
    CHECK(reader.sound());
}

TEST_CASE("each fault bears the name of its field, and reading goes on") {
    const http::Fields fields{{"montant", "beaucoup"}, {"annee", "1949"}, {"nombre", "-1"}, {"jour", "31/02/2026"}};
    FormReader reader(fields);
    CHECK_FALSE(reader.euros("montant"));
    CHECK_FALSE(reader.year("annee"));
    CHECK_FALSE(reader.whole("nombre"));
    CHECK_FALSE(reader.date("jour"));
    REQUIRE(reader.issues().size() == 4);
    CHECK(reader.issues()[0].where == "montant");
    CHECK(reader.issues()[1].where == "annee");
    CHECK(reader.issues()[2].where == "nombre");
    CHECK(reader.issues()[3].where == "jour");
    CHECK_FALSE(reader.sound());
}

TEST_CASE("a year is between 1950 and 2100, without decimals nor words") {
    for (const char* bad : {"1949", "2101", "26", "2026,5", "bientôt", "99999999999999999999"}) {
        INFO(bad);
        const http::Fields fields{{"annee", bad}};
        FormReader reader(fields);
        CHECK_FALSE(reader.year("annee"));
        CHECK_FALSE(reader.sound());
    }
}

TEST_CASE("a list is cut at its commas, or at its semicolons where decimals have commas") {
    const http::Fields fields{{"a", "3,5,10"}, {"b", "3,5;10"}, {"c", "3;x;10"}, {"d", ""}};
    FormReader reader(fields);
    CHECK(reader.percents("a") == std::vector{core::Rate::of(300), core::Rate::of(500), core::Rate::of(1000)});
    CHECK(reader.percents("b") == std::vector{core::Rate::of(350), core::Rate::of(1000)});
    CHECK(reader.numbers("d").empty());
    CHECK(reader.sound());
    CHECK(reader.percents("c").size() == 2);
    CHECK(reader.issues().size() == 1);
}

TEST_CASE("a required field that holds only spaces is missing") {
    const http::Fields fields{{"objet", " \t"}, {"acheteur", "Commune"}};
    FormReader reader(fields);
    reader.require("acheteur", "Acheteur");
    CHECK(reader.sound());
    reader.require("objet", "Objet");
    REQUIRE(reader.issues().size() == 1);
    CHECK(reader.issues()[0].text.starts_with("Objet"));
}
