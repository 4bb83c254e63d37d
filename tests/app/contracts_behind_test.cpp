// The contracts behind a figure are those it counts, a page at a time.
#include <catch2/catch_test_macros.hpp>

#include "app/contract_world.hpp"

using namespace clausier;
using app::Behind;
using tests::find;
using World = tests::ContractWorld;

TEST_CASE("the contracts behind a figure are as many as it says, page by page") {
    World world;
    const auto sheet = world.figures(World::town());
    const domain::IndicatorValue& s1 = find(sheet, "S1");
    const auto numerator = world.behind(Behind::numerator);
    CHECK(numerator.total == s1.part.contracts);
    CHECK(numerator.sum == s1.part);
    REQUIRE(numerator.lines.size() == 2);
    CHECK(numerator.lines[0].reference == "A");
    CHECK(numerator.lines[0].buyer == "Commune de Valbrume");
    CHECK(numerator.lines[1].amount_read == core::Euros::whole(999'999'999));
    CHECK(world.behind(Behind::rest).total == s1.filled.contracts - s1.part.contracts);
    CHECK(world.behind(Behind::unfilled).total == s1.all.contracts - s1.filled.contracts);
    CHECK(world.behind(Behind::all).total == sheet.all.contracts);
    CHECK(world.behind(Behind::aberrant).lines.at(0).reference == "D");
    const auto excluded = world.behind(Behind::excluded);
    REQUIRE(excluded.lines.size() == 1);
    CHECK(excluded.lines[0].exclusion == "annee_inconnue");
    CHECK(world.behind(Behind::all, 2, 2).lines.size() == 2);
    CHECK(world.behind(Behind::all, 2, 2).lines[0].reference == "C");
    CHECK_THROWS_AS(app::contracts_behind(world.session, world.base, {}, {}, "Z1", Behind::numerator, 10), core::Error);
}
