// The département of a market comes from its place, whatever the precision of the place.
#include "clausier/domain/market.hpp"

#include <catch2/catch_test_macros.hpp>

using clausier::domain::department_of;

TEST_CASE("a postcode, a commune or a département all tell the département") {
    CHECK(department_of("57000", "Code postal") == "57");
    CHECK(department_of("57463", "Code commune") == "57");
    CHECK(department_of("57", "Code département") == "57");
    CHECK(department_of("97411", "Code commune") == "974");
}

TEST_CASE("a region's code is not taken for a département's") {
    CHECK_FALSE(department_of("84", "Code région").has_value());
    CHECK(department_of("84", "Code departement") == "84");
}

TEST_CASE("a place that is not a code tells nothing") {
    CHECK_FALSE(department_of("Londres", "").has_value());
    CHECK_FALSE(department_of("", "Code postal").has_value());
}
