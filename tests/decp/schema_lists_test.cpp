// The values that the formats of 2022 admit.
#include "schema_lists.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"

using namespace clausier;

TEST_CASE("markets and concessions have their own values of a list") {
    const decp::SchemaList& markets = decp::schema_list("nature", false);
    const decp::SchemaList& concessions = decp::schema_list("nature", true);
    CHECK(markets.contains("Marché"));
    CHECK_FALSE(markets.contains("Concession de travaux"));
    CHECK(concessions.contains("Concession de travaux"));
    CHECK_FALSE(concessions.contains("Marché"));
}

TEST_CASE("values are compared exactly, as the schemas do") {
    const decp::SchemaList& markets = decp::schema_list("nature", false);
    CHECK_FALSE(markets.contains("marché"));
    CHECK_FALSE(markets.contains("Marche"));
    CHECK_FALSE(markets.contains(""));
}

TEST_CASE("a listing names every value, in quotes") {
    decp::SchemaList list;
    CHECK(list.listing().empty());
    list.add("a");
    list.add("b");
    CHECK(list.listing() == "« a », « b »");
}

TEST_CASE("a list that the data has not is refused by name") {
    CHECK_THROWS_AS(decp::schema_list("aucune", false), core::Error);
}
