// Markets found by what people know of them, and the hours of their lots kept with their steps.
#include "clausier/app/markets.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/store/calculations.hpp"

using namespace clausier;

using World = tests::MarketWorld;

TEST_CASE("a market is found by reference, by number, and by buyer when several share a reference") {
    World world;
    world.add("Commune de Valbrume", "2026-01", 200'000);
    world.add("Région des Hautes-Terres", "2026-01", 300'000);
    world.add("Région des Hautes-Terres", "2026-02", 100'000);
    CHECK(app::find_market(world.base, "2026-02", "").lots.size() == 1);
    CHECK(app::find_market(world.base, "1", "").buyer.name == "Commune de Valbrume");
    CHECK(app::find_market(world.base, "2026-01", "region des hautes terres").lots.at(0).amount ==
          core::Euros::whole(300'000));
    try {
        app::find_market(world.base, "2026-01", "");
        FAIL("two buyers have this reference");
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::conflict);
    }
    CHECK_THROWS_AS(app::find_market(world.base, "absent", ""), core::Error);
    CHECK_THROWS_AS(app::list_markets(world.base, {"Inconnue", {}}), core::Error);
    CHECK(app::list_markets(world.base, {"Hautes", {}}).markets == 2);
}

TEST_CASE("two names of one buyer become one, in the base and in the files to come") {
    World world;
    world.add("Ville de Valbrume", "2026-01", 200'000);
    world.add("Commune de Valbrume", "2026-02", 100'000);
    CHECK(app::merge_buyers(world.session, world.base, "Ville de Valbrume", "Commune de Valbrume").name ==
          "Commune de Valbrume");
    CHECK(app::list_markets(world.base, {"Commune de Valbrume", {}}).markets == 2);
    CHECK(app::list_markets(world.base, {"Ville de Valbrume", {}}).markets == 2);
    CHECK_THROWS_AS(app::merge_buyers(world.session, world.base, "Inconnue", "Commune de Valbrume"), core::Error);
    world.add("Mairie de Valbrume", "2026-02", 1);
    CHECK_THROWS_AS(app::merge_buyers(world.session, world.base, "Mairie de Valbrume", "Commune de Valbrume"),
                    core::Error);
}

TEST_CASE("hours are computed without a trace, or kept with steps and digest when asked") {
    World world;
    world.add("Commune de Valbrume", "2026-01", 200'000);
    const domain::TenderHours tender = app::market_hours(world.session, world.base, {}, {}, false);
    CHECK(tender.hours == core::Hours::whole(199));
    const auto lot = app::market_sheets(world.base, {}).at(0).lots.at(0).id;
    const auto kept = [&] {
        store::Transaction tx = world.base.read();
        return store::Calculations(tx).of_lot(lot);
    };
    CHECK(kept().empty());
    app::market_hours(world.session, world.base, {}, {}, true);
    REQUIRE(kept().size() == 1);
    CHECK(kept()[0].hours == core::Hours::whole(199));
    CHECK(kept()[0].reference_digest == tender.reference_digest);
    CHECK(kept()[0].steps.size() == tender.lots[0].result->estimate.steps.size());
}
