// Contracts classified by a person, several at once, and undone as a whole; silence stays silence.
#include "clausier/app/classification.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/app/market_edits.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/lot_clauses.hpp"

using namespace clausier;
using core::ErrorKind;
using domain::ClauseAxis;

namespace {

struct World : tests::MarketWorld {
    domain::Id<domain::Lot> one = add("Commune de Valbrume", "R1", 200'000);
    domain::Id<domain::Lot> two = add("Commune de Valbrume", "R2", 90'000);
    domain::Id<domain::Lot> other = add("Département de la Lorne", "R3", 0);

    domain::UnclassifiedPage left(store::UnclassifiedFilter filter = {}) { return app::unclassified(base, filter); }
    domain::ClassificationOutcome give(std::vector<domain::Id<domain::Lot>> lots, std::string_view decision,
                                       ClauseAxis axis = ClauseAxis::social) {
        std::vector<domain::ContractDecision> decisions;
        for (const auto lot : lots) decisions.push_back({lot, *domain::parse_decision(axis, decision).value()});
        return app::classify(session, base, axis, decisions);
    }
    domain::Lot lot(domain::Id<domain::Lot> id) {
        store::Transaction tx = base.read();
        return *store::Markets(tx).find_lot(id);
    }
    std::string clauses(domain::Id<domain::Lot> id) {
        store::Transaction tx = base.read();
        return domain::text_of(store::LotClauses(tx).of(id));
    }
    std::int64_t edits(domain::Id<domain::Lot> id) {
        store::Transaction tx = base.read();
        return tx.value<std::int64_t>("SELECT edits FROM lots WHERE id = ?", id);
    }
    std::string last_action() {
        store::Transaction tx = base.read();
        return store::Journal(tx).list(1).at(0).entry.action;
    }
};

}  // namespace

TEST_CASE("what says nothing is listed with a suggestion, and counted as it is decided") {
    World world;
    auto page = world.left();
    CHECK(page.left == 3);
    CHECK(page.all == 3);
    REQUIRE(page.lines.size() == 3);
    REQUIRE(page.lines[0].suggestion);
    CHECK(domain::text_of(page.lines[0].suggestion->decision) == "insertion");
    const auto made = world.give({world.one, world.two}, "insertion, training:critere");
    REQUIRE(made.made);
    CHECK(made.made->contracts == 2);
    CHECK(world.lot(world.one).considerations == "Clause sociale, Critère social");
    CHECK(world.clauses(world.two) == "insertion, training:critere");
    CHECK(world.last_action() == "spaser.classer");
    page = world.left();
    CHECK(page.left == 1);
    CHECK(page.all == 3);
    CHECK(page.lines.at(0).lot == world.other);
    store::UnclassifiedFilter environment;
    environment.axis = ClauseAxis::environmental;
    CHECK(world.left(environment).left == 3);
}

TEST_CASE("nobody decides, nothing changes; « none » is a decision") {
    World world;
    CHECK_FALSE(world.lot(world.one).considerations);
    world.give({world.one}, "aucune");
    CHECK(world.lot(world.one).considerations == "Pas de considération sociale");
    CHECK(world.clauses(world.one) == "none");
    world.give({world.one}, "Critère environnemental", ClauseAxis::environmental);
    CHECK(world.lot(world.one).environmental == "Critère environnemental");
    CHECK(world.clauses(world.one) == "none");
    CHECK_FALSE(world.lot(world.two).considerations);
}

TEST_CASE("a contract that says something is never written over by a classification") {
    World world;
    world.give({world.one}, "insertion");
    const auto again = world.give({world.one, world.two, domain::Id<domain::Lot>{999}, world.two}, "aucune");
    REQUIRE(again.made);
    CHECK(again.made->contracts == 1);
    CHECK(again.filled == std::vector{world.one});
    CHECK(again.unknown == std::vector{domain::Id<domain::Lot>{999}});
    CHECK(world.clauses(world.one) == "insertion");
    const auto journal = world.last_action();
    CHECK_FALSE(world.give({world.one}, "aucune").made);
    CHECK(world.last_action() == journal);
}

TEST_CASE("undoing gives every contract its silence back, and can be done once") {
    World world;
    const auto made = world.give({world.one, world.two}, "insertion").made.value();
    world.give({world.one}, "aucune", ClauseAxis::environmental);
    CHECK(app::undo_classification(world.session, world.base, made.id).undone_at);
    for (const auto lot : {world.one, world.two}) {
        CHECK_FALSE(world.lot(lot).considerations);
        CHECK(world.clauses(lot).empty());
    }
    CHECK(world.lot(world.one).environmental == "Pas de considération environnementale");
    CHECK(world.edits(world.two) == 0);
    CHECK(world.left().left == 3);
    CHECK(world.last_action() == "spaser.classer.annuler");
    CHECK(tests::refusal([&] { app::undo_classification(world.session, world.base, made.id); }).kind() ==
          ErrorKind::conflict);
    CHECK(tests::refusal([&] { app::undo_classification(world.session, world.base, {99}); }).kind() ==
          ErrorKind::not_found);
    CHECK(app::recent_classifications(world.base, 5).size() == 2);
}

TEST_CASE("a contract changed since stands in the way, by name, and nothing is undone") {
    World world;
    const auto made = world.give({world.one, world.two}, "insertion").made.value();
    domain::Lot edited = world.lot(world.two);
    edited.amount = core::Euros::whole(1);
    edited = app::update_lot(world.session, world.base, edited);
    CHECK_FALSE(app::classification(world.base, made.id).contracts.at(1).changed);
    app::update_lot(world.session, world.base, edited, domain::parse_lot_clauses("none").value());
    CHECK(app::classification(world.base, made.id).contracts.at(1).changed);
    const auto refused = tests::refusal([&] { app::undo_classification(world.session, world.base, made.id); });
    CHECK(refused.kind() == ErrorKind::conflict);
    REQUIRE(refused.issues().size() == 1);
    CHECK(refused.issues()[0].where == "marché R2");
    CHECK(world.clauses(world.one) == "insertion");
}

TEST_CASE("the list is filtered, a page at a time") {
    World world;
    const auto count = [&](const store::UnclassifiedFilter& filter) { return world.left(filter).left; };
    store::UnclassifiedFilter filter;
    filter.text = "lorne";
    CHECK(count(filter) == 1);
    CHECK(world.left(filter).all == 1);
    filter = {};
    filter.cpv = "45";
    CHECK(count(filter) == 0);
    filter.cpv = "4%";
    CHECK(tests::refusal([&] { world.left(filter); }).issues()[0].where == "cpv");
    filter = {};
    filter.year = 2026;
    CHECK(count(filter) == 0);
    filter = {};
    filter.sector = domain::Sector::works;
    CHECK(count(filter) == 0);
    filter = {};
    filter.limit = 2;
    filter.offset = 2;
    CHECK(world.left(filter).lines.size() == 1);
    filter = {};
    for (int i = 0; i < 20; ++i) filter.text += "mot ";
    CHECK(tests::refusal([&] { world.left(filter); }).kind() == ErrorKind::invalid);
}

TEST_CASE("decisions that decide nothing are refused") {
    World world;
    CHECK(tests::refusal([&] { app::classify(world.session, world.base, ClauseAxis::social, {}); }).kind() ==
          ErrorKind::invalid);
    const domain::ContractDecision empty{world.one, {}};
    CHECK(tests::refusal([&] { app::classify(world.session, world.base, ClauseAxis::social, {empty}); }).kind() ==
          ErrorKind::invalid);
    const domain::ContractDecision crossed{world.one, domain::no_consideration(ClauseAxis::environmental)};
    CHECK(tests::refusal([&] { app::classify(world.session, world.base, ClauseAxis::social, {crossed}); }).kind() ==
          ErrorKind::invalid);
    const auto chosen = app::chosen_contracts(world.base, {world.one, world.one, {999}, {-1}}, ClauseAxis::social);
    CHECK(chosen.lines.size() == 1);
    CHECK(chosen.unknown.size() == 2);
}
