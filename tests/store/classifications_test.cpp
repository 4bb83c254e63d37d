// What is to classify, what was given to each contract, and its undoing.
#include "clausier/store/classifications.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/lot_clauses.hpp"
#include "store/considered_lots.hpp"

using namespace clausier;
using domain::ClauseAxis;

namespace {

const core::Instant noon = store::read_instant("2026-11-21T12:00:00Z");

domain::ContractDecision insertion(domain::Id<domain::Lot> lot) {
    return {lot, *domain::parse_decision(ClauseAxis::social, "insertion").value()};
}

}  // namespace

TEST_CASE("only what says nothing is listed, the latest notified first, the rest counted") {
    tests::ConsideredLots world;
    const auto old = world.add("R1", std::nullopt, "2024-01-01");
    const auto late = world.add("R2", std::nullopt, "2026-01-01");
    world.add("R3", "Clause sociale", "2025-01-01");
    world.add("R4", "Pas de considération sociale");
    store::Classifications kept(world.tx);
    const auto page = kept.list({});
    CHECK(page.left == 2);
    CHECK(page.all == 4);
    REQUIRE(page.lines.size() == 2);
    CHECK(page.lines[0].lot == late.lot);
    CHECK(page.lines[0].year == 2026);
    CHECK(page.lines[0].cpv == "45442100");
    CHECK(page.lines[0].amount == core::Euros::whole(100'000));
    CHECK(page.lines[1].lot == old.lot);
    store::UnclassifiedFilter filter;
    filter.year = 2024;
    CHECK(kept.list(filter).lines.at(0).lot == old.lot);
    filter = {};
    filter.sector = domain::Sector::works;
    filter.cpv = "454";
    filter.text = "valbrume peinture";
    filter.buyer = world.buyer.id;
    CHECK(kept.list(filter).left == 2);
    filter.sector = domain::Sector::services;
    CHECK(kept.list(filter).all == 0);
    filter = {};
    filter.axis = ClauseAxis::environmental;
    CHECK(kept.list(filter).left == 4);
    CHECK(kept.filled(old.lot, ClauseAxis::social) == false);
    CHECK_FALSE(kept.filled({999}, ClauseAxis::social));
    CHECK_FALSE(kept.contract({999}));
}

TEST_CASE("private buyers are not of the scheme") {
    tests::ConsideredLots world;
    world.buyer.kind = domain::OrganisationKind::private_client;
    world.buyer = store::Organisations(world.tx).save(world.buyer);
    world.add("R1", std::nullopt);
    CHECK(store::Classifications(world.tx).list({}).all == 0);
}

TEST_CASE("what was given is counted in the indexes, and undone as it was") {
    tests::ConsideredLots world;
    const auto one = world.add("R1", std::nullopt, "2026-01-01");
    store::Classifications kept(world.tx);
    const auto id = kept.begin({{}, noon, "test", ClauseAxis::social, 0, {}});
    kept.give(id, insertion(one.lot), "Clause sociale");
    kept.finish(id);
    CHECK(kept.list({}).left == 0);
    CHECK(kept.filled(one.lot, ClauseAxis::social) == true);
    CHECK(world.tx.value<std::string>("SELECT social FROM market_index WHERE market_id = ?", one.market) == "oui");
    const auto found = kept.find(id).value();
    CHECK(found.contracts == 1);
    CHECK(found.at == noon);
    CHECK(found.axis == ClauseAxis::social);
    REQUIRE(kept.contracts(found).size() == 1);
    CHECK(kept.contracts(found)[0].given == "Clause d’insertion, condition d’exécution");
    CHECK_FALSE(kept.contracts(found)[0].changed);
    kept.undo(found, noon);
    CHECK(kept.list({}).left == 1);
    CHECK(store::LotClauses(world.tx).of(one.lot).empty());
    CHECK_FALSE(store::Markets(world.tx).find_lot(one.lot)->considerations);
    CHECK(kept.find(id)->undone_at == noon);
    CHECK(kept.recent(10).size() == 1);
    CHECK_FALSE(kept.find({99}));
}

TEST_CASE("a summary or a detail changed since is seen") {
    tests::ConsideredLots world;
    store::Classifications kept(world.tx);
    const auto one = world.add("R1", std::nullopt);
    const auto two = world.add("R2", std::nullopt);
    const auto id = kept.begin({{}, noon, "test", ClauseAxis::social, 0, {}});
    kept.give(id, insertion(one.lot), "Clause sociale");
    kept.give(id, insertion(two.lot), "Clause sociale");
    kept.finish(id);
    store::LotClauses(world.tx).set(one.lot, {domain::no_clause()});
    domain::Lot imported = *store::Markets(world.tx).find_lot(two.lot);
    imported.considerations = "Critère social";
    store::Markets(world.tx).save(imported);
    for (const auto& contract : kept.contracts(kept.find(id).value())) CHECK(contract.changed);
}
