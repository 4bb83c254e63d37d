// Figures of a scope and breakdowns: all of one state of the base.
#include "clausier/app/indicators.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/contract_world.hpp"

using namespace clausier;
using domain::Dimension;
using tests::find;
using World = tests::ContractWorld;

TEST_CASE("the figures of a buyer and a year, what is excluded and what stays out of sums") {
    World world;
    const auto sheet = world.figures(World::town(2026));
    CHECK(sheet.all.contracts == 3);
    CHECK(sheet.all.amount == core::Euros::whole(900));
    CHECK(sheet.aberrant.contracts == 1);
    CHECK(sheet.excluded.at("annee_inconnue").contracts == 1);
    CHECK(find(sheet, "S1").part.contracts == 1);
    CHECK(find(sheet, "S1").filled.contracts == 2);
    CHECK(find(sheet, "S6").unavailable.find("annuaire") != std::string::npos);
    CHECK_FALSE(sheet.coverage);
    CHECK(world.figures({}).all.contracts == 5);
}

TEST_CASE("a breakdown sums to the whole, its years in order") {
    World world;
    const auto by_year = app::indicators_by(world.session, world.base, World::town(), {}, Dimension::year);
    REQUIRE(by_year.size() == 3);
    CHECK(by_year[0].first.empty());
    CHECK(by_year[1].first == "2025");
    CHECK(by_year[1].second.all.contracts + by_year[2].second.all.contracts == 4);
    CHECK(by_year[2].second.scope.first_year == 2026);
    const auto by_sector = app::indicators_by(world.session, world.base, World::town(2026), {}, Dimension::sector);
    CHECK(by_sector.front().first == "services");
}

TEST_CASE("coverage compares contracts with what was paid") {
    World world;
    {
        store::Transaction tx = world.base.write();
        tx.run(
            "INSERT INTO annual_spending (buyer_id, year, mandated_cents, at, actor) VALUES (1, 2026, 180000, 'x', "
            "'x')");
        tx.commit();
    }
    const auto sheet = world.figures(World::town(2026));
    CHECK(sheet.mandated == core::Euros::whole(1800));
    CHECK(sheet.coverage == core::Rate::of(5000));
}

TEST_CASE("the national table sums all buyers by year, sector and consideration") {
    World world;
    std::int64_t contracts = 0;
    for (const auto& cell : app::national_table(world.base)) contracts += cell.counted.contracts;
    CHECK(contracts == 6);
}
