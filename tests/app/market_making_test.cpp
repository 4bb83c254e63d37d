// A market made of a draft: whole, with a reference of its own, or refused.
#include "market_making.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"

using namespace clausier;
using core::ErrorKind;
using tests::refusal;

namespace {

domain::MarketDraft draft() {
    domain::MarketDraft out;
    out.buyer.name = "Commune de Valbrume";
    out.market.object = "École des Tilleuls";
    domain::Lot lot;
    lot.number = "1";
    lot.amount = core::Euros::whole(200'000);
    out.lots = {lot};
    return out;
}

}  // namespace

TEST_CASE("a draft becomes a market with its lots, under a reference made where it has none") {
    tests::MarketWorld world;
    store::Transaction tx = world.base.write();
    const auto made = app::make_market(tx, world.session, draft());
    CHECK_FALSE(made.market.reference.empty());
    CHECK(made.market.reference_derived);
    CHECK(made.lots.at(0).market == made.market.id);
    CHECK(made.buyer.name == "Commune de Valbrume");
    // The same object in the same year is the same reference.
    const auto again = refusal([&] { app::make_market(tx, world.session, draft()); });
    CHECK(again.kind() == ErrorKind::conflict);
    CHECK(again.issues().at(0).where == "marche");
    domain::MarketDraft named = draft();
    named.market.reference = "2026-01";
    CHECK_FALSE(app::make_market(tx, world.session, named).market.reference_derived);
}

TEST_CASE("a draft with faults makes nothing") {
    tests::MarketWorld world;
    store::Transaction tx = world.base.write();
    domain::MarketDraft bad = draft();
    bad.market.object.clear();
    bad.lots[0].cpv = "45";
    const auto refused = refusal([&] { app::make_market(tx, world.session, bad); });
    CHECK(refused.kind() == ErrorKind::invalid);
    CHECK(refused.issues().size() == 2);
    CHECK(tx.value<std::int64_t>("SELECT count(*) FROM organisations") == 0);
}
