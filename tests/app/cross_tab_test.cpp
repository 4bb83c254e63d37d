// Cross-tabs: each contract once, under its denominator, in an order people expect.
#include <catch2/catch_test_macros.hpp>

#include "app/contract_world.hpp"

using namespace clausier;
using domain::Dimension;
using World = tests::ContractWorld;

TEST_CASE("a cross-tab counts each contract once, under its denominator") {
    World world;
    const auto table = app::cross_tab(world.session, world.base, {}, {}, Dimension::buyer, Dimension::sector, "S1");
    CHECK(table.total.contracts == 3);
    REQUIRE(table.row_values.size() == 2);
    CHECK(table.buyers.at(table.row_values[0]) == "Commune de Valbrume");
    std::int64_t parts = 0;
    std::int64_t all = 0;
    for (std::size_t row = 0; row < table.row_values.size(); ++row)
        for (std::size_t column = 0; column < table.column_values.size(); ++column) {
            parts += table.cells[row][column].contracts;
            all += table.denominators[row][column].contracts;
        }
    CHECK(parts == 3);
    CHECK(all == 5);
    const auto alone = app::cross_tab(world.session, world.base, {}, {}, Dimension::social, {}, "");
    CHECK(alone.column_values == std::vector<std::string>{""});
    CHECK(alone.total.contracts == 5);
}

TEST_CASE("years and bands stand in their own order, other values by contracts") {
    World world;
    const auto years = app::cross_tab(world.session, world.base, {}, {}, Dimension::year, {}, "");
    CHECK(years.row_values == std::vector<std::string>{"2025", "2026"});
    const auto sectors = app::cross_tab(world.session, world.base, {}, {}, Dimension::sector, {}, "");
    CHECK(sectors.row_values == std::vector<std::string>{"services", "travaux"});
    CHECK_THROWS_AS(app::cross_tab(world.session, world.base, {}, {}, Dimension::year, {}, "Z1"), core::Error);
}
