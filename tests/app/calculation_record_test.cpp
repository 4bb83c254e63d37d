// A calculation kept holds what it stood on: the figures used, wherever they came from, and who kept it when.
#include "calculation_record.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/store/calculations.hpp"

using namespace clausier;

namespace {

domain::LotHours hours_of(std::int64_t amount) {
    domain::LotFigures figures;
    figures.title = "Peinture intérieure";
    figures.amount = core::Euros::whole(amount);
    return domain::tender_hours({figures}, {}, domain::Reference::national(),
                                core::parse_iso_date("2026-11-21").value())
        .lots.at(0);
}

}  // namespace

TEST_CASE("the figures used are kept with the steps, reference values included") {
    tests::MarketWorld world;
    const auto lot = world.add("Commune de Valbrume", "2026-01", 200'000);
    store::Transaction tx = world.base.write();
    app::save_calculation(tx, world.session, lot, hours_of(200'000), "empreinte");
    const auto kept = store::Calculations(tx).of_lot(lot);
    REQUIRE(kept.size() == 1);
    using Inputs = std::vector<std::pair<std::string, std::string>>;
    CHECK(kept[0].inputs ==
          Inputs{{"montant", "200000.00"}, {"part_mo", "70.00"}, {"taux", "5.00"}, {"cout_horaire", "35.20"}});
    CHECK(kept[0].hours == core::Hours::whole(199));
    CHECK(kept[0].raw == core::Hours::of(19886));
    CHECK(kept[0].rounding == "proche");
    CHECK_FALSE(kept[0].steps.empty());
    CHECK(kept[0].reference_digest == "empreinte");
    CHECK(kept[0].at == world.clock.now());
    CHECK(kept[0].actor == "test");
}

TEST_CASE("a second calculation stands beside the first, the newest first, and none belongs to a lot that is not") {
    tests::MarketWorld world;
    const auto lot = world.add("Commune de Valbrume", "2026-01", 200'000);
    store::Transaction tx = world.base.write();
    app::save_calculation(tx, world.session, lot, hours_of(200'000), "a");
    app::save_calculation(tx, world.session, lot, hours_of(100'000), "b");
    const auto kept = store::Calculations(tx).of_lot(lot);
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].reference_digest == "b");
    CHECK(tests::refusal([&] { app::save_calculation(tx, world.session, {99}, hours_of(1000), "c"); }).kind() ==
          core::ErrorKind::not_found);
}
