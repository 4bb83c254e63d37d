// Property of number reading: what we write, we read back.
#include <catch2/catch_test_macros.hpp>

#include "clausier/core/quantity.hpp"

using namespace clausier::core;

TEST_CASE("every written amount reads back as itself") {
    std::int64_t cents = 1;
    for (int i = 0; i < 18; ++i, cents = cents * 10 + i % 10) {
        CHECK(parse_euros(decimal(Euros::of(cents)))->parts() == cents);
        CHECK(parse_euros(decimal(Euros::of(-cents)))->parts() == -cents);
    }
}
