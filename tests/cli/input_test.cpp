// Typed values from arguments, every fault told at once.
#include "clausier/cli/input.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"

using namespace clausier;
using cli::Arguments;
using cli::Input;

TEST_CASE("values are read as typed, absent ones stay absent") {
    const Arguments arguments{{{"--montant", {"1 234,50 €"}},
                               {"--taux", {"5 %"}},
                               {"--parts", {"3,2,2"}},
                               {"--poids", {"2,5;1"}},
                               {"--date", {"01/03/2026"}}},
                              {}};
    Input input(arguments);
    CHECK(input.euros("--montant") == core::Euros::of(123450));
    CHECK(input.percent("--taux") == core::Rate::of(500));
    CHECK(input.numbers("--parts") == std::vector<core::Fraction>{3, 2, 2});
    CHECK(input.numbers("--poids") == std::vector<core::Fraction>{core::Fraction(5, 2), 1});
    CHECK(core::iso(*input.date("--date")) == "2026-03-01");
    CHECK_FALSE(input.hours("--heures").has_value());
    CHECK_NOTHROW(input.check());
}

TEST_CASE("every fault is kept and told with its option") {
    const Arguments arguments{{{"--montant", {"abc"}}, {"--jours", {"1,5"}}, {"--date", {"hier"}}}, {}};
    Input input(arguments);
    CHECK_FALSE(input.euros("--montant").has_value());
    CHECK_FALSE(input.whole("--jours").has_value());
    CHECK_FALSE(input.date("--date").has_value());
    try {
        input.check();
        FAIL("three faults were met");
    } catch (const cli::UsageError& error) {
        REQUIRE(error.issues().size() == 3);
        CHECK(error.issues()[0].where == "option --montant");
        CHECK(error.issues()[2].where == "option --date");
    }
}
