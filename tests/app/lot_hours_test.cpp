// One lot: read, explained, its calculation kept and compared.
#include "clausier/app/lot_hours.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/app/references.hpp"
#include "clausier/store/journal.hpp"

using namespace clausier;

TEST_CASE("the hours of a lot are explained, kept when asked, and compared with what they are now") {
    tests::MarketWorld world;
    const domain::Id<domain::Lot> lot = world.add("Commune de Valbrume", "2026-01", 200'000);
    const domain::Reference reference = app::reference(world.base);
    CHECK(app::lot_sheet(world.base, lot).buyer.name == "Commune de Valbrume");
    const auto first = app::lot_hours(world.session, world.base, lot, {}, reference);
    CHECK(first.hours.result->estimate.hours == core::Hours::whole(199));
    CHECK(first.stored.empty());
    const auto kept = app::save_lot_hours(world.session, world.base, lot, {}, reference);
    REQUIRE(kept.stored.size() == 1);
    CHECK_FALSE(kept.stored[0].differs);
    CHECK(kept.stored[0].calculation.actor == "test");
    {
        store::Transaction tx = world.base.read();
        CHECK(store::Journal(tx).list(1).front().entry.action == "calcul.enregistrer");
    }
    domain::LotHypotheses doubled;
    doubled.effort = core::Rate::of(1000);
    const auto now = app::lot_hours(world.session, world.base, lot, doubled, reference);
    CHECK(now.stored.at(0).differs);
    CHECK_FALSE(now.stored.at(0).reference_changed);
}

TEST_CASE("a lot that is not there, or has no hours, is refused with the reason") {
    tests::MarketWorld world;
    const domain::Reference reference = domain::Reference::national();
    CHECK(tests::refusal([&] { static_cast<void>(app::lot_sheet(world.base, {9})); }).kind() ==
          core::ErrorKind::not_found);
    const auto lot = world.add("Commune de Valbrume", "2026-01", 0);
    const auto refused =
        tests::refusal([&] { static_cast<void>(app::save_lot_hours(world.session, world.base, lot, {}, reference)); });
    CHECK(refused.kind() == core::ErrorKind::invalid);
    CHECK_FALSE(refused.issues().front().text.empty());
}
