// Each contract has one value in each dimension, which people can read.
#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/indicator.hpp"

using namespace clausier::domain;

TEST_CASE("a contract of which nothing is known has a value in every dimension") {
    const Contract nothing;
    CHECK(value_of(nothing, Dimension::year).empty());
    CHECK(value_of(nothing, Dimension::sector).empty());
    CHECK(value_of(nothing, Dimension::band) == "inconnue");
    CHECK(value_of(nothing, Dimension::social) == "non_renseignee");
    CHECK(value_of(nothing, Dimension::environmental) == "non_renseignee");
    for (const Dimension dimension : {Dimension::year, Dimension::sector, Dimension::procedure, Dimension::department})
        CHECK(value_label(dimension, value_of(nothing, dimension)) == "Non renseigné");
}

TEST_CASE("the value of a contract is its own in each dimension") {
    Contract one;
    one.year = 2026;
    one.sector = Sector::works;
    one.band = Band::european;
    one.procedure = "Procédure adaptée";
    one.department = "2A";
    one.unit = "Direction des bâtiments";
    one.buyer = {7};
    one.social = consideration::clause | consideration::reserved;
    one.environmental = consideration::none;
    CHECK(value_of(one, Dimension::year) == "2026");
    CHECK(value_label(Dimension::sector, value_of(one, Dimension::sector)) == "Travaux");
    CHECK(value_of(one, Dimension::band) == "ue");
    CHECK(value_label(Dimension::band, "ue") == label(Band::european));
    CHECK(value_label(Dimension::procedure, value_of(one, Dimension::procedure)) == "Procédure adaptée");
    CHECK(value_label(Dimension::department, value_of(one, Dimension::department)) == "2A\u00a0Corse-du-Sud");
    CHECK(value_of(one, Dimension::unit) == "Direction des bâtiments");
    CHECK(value_of(one, Dimension::buyer) == "7");
    CHECK(value_of(one, Dimension::social) == "clause_reserve");
    CHECK(value_of(one, Dimension::environmental) == "aucune");
}

TEST_CASE("every set of considerations has a code of its own and a label that tells it") {
    std::vector<std::string> labels;
    for (unsigned bits = 0; bits < 16; ++bits) {
        Contract one;
        one.social = bits;
        labels.push_back(value_label(Dimension::social, value_of(one, Dimension::social)));
        CHECK_FALSE(labels.back().empty());
        for (std::size_t i = 0; i + 1 < labels.size(); ++i) CHECK(labels[i] != labels.back());
    }
    CHECK(labels[consideration::clause | consideration::criterion] == "Clause et critère");
    CHECK(labels[consideration::reserved] == "Réservé");
    CHECK(labels[0] == "Non renseignée");
}

TEST_CASE("a value that no list has is shown as it stands") {
    CHECK(value_label(Dimension::department, "999") == "999");
    CHECK(value_label(Dimension::band, "lune") == "lune");
    CHECK(value_label(Dimension::sector, "lune") == "lune");
    CHECK(value_label(Dimension::social, "lune") == "lune");
}

TEST_CASE("a place begins by letters and digits alone") {
    CHECK(begins_places(""));
    CHECK(begins_places("2A004"));
    for (const char* text : {"57%", "5 7", "é", "5_"}) CHECK_FALSE(begins_places(text));
}
