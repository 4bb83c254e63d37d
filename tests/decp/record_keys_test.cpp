// The table of keys.
#include "record_keys.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/decp/columns.hpp"

using namespace clausier::decp;

TEST_CASE("every column but the rank can be filled by the key of its own name or by a list of holders") {
    for (const auto column : columns()) {
        if (column == "enregistrement") continue;
        INFO(column);
        const Key key = find_key(column);
        CHECK((key.use == KeyUse::value || key.use == KeyUse::json));
        CHECK(columns()[key.column] == column);
    }
}

TEST_CASE("case is of no matter, and a concession's keys rank after a contract's") {
    CHECK(find_key("TypePrix").column == place_of("typesPrix"));
    CHECK(find_key("autoriteConcedante.id").column == place_of("acheteur_id"));
    CHECK(find_key("autoriteConcedante.id").rank > find_key("acheteur.id").rank);
    CHECK(find_key("valeurGlobale").rank > find_key("montant").rank);
    CHECK(find_key("Concessionnaires").use == KeyUse::holders);
    CHECK(find_key("uid").use == KeyUse::unknown);
}
