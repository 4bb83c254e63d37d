// Markets made and changed by hand: whole, told in the journal, and never over somebody else's change.
#include "clausier/app/market_edits.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/app/lot_hours.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/store/calculations.hpp"
#include "clausier/store/journal.hpp"

using namespace clausier;
using core::ErrorKind;

namespace {

const domain::Reference& national() {
    static const domain::Reference values = domain::Reference::national();
    return values;
}

domain::MarketDraft school() {
    domain::MarketDraft draft;
    draft.buyer.name = "Commune de Valbrume";
    draft.buyer_kind = domain::OrganisationKind::public_body;
    draft.market.object = "École des Tilleuls";
    domain::Lot paint;
    paint.number = "1";
    paint.title = "Peinture intérieure";
    paint.amount_estimated = core::Euros::whole(200'000);
    domain::Lot silent;
    silent.number = "2";
    draft.lots = {paint, silent};
    return draft;
}

struct World : tests::MarketWorld {
    domain::MarketSheet create(domain::MarketDraft draft) {
        return app::create_market(session, base, std::move(draft), national());
    }
    std::vector<store::JournalRow> journal() {
        store::Transaction tx = base.read();
        return store::Journal(tx).list(10);
    }
};

}  // namespace

TEST_CASE("a market is made with its buyer, its lots and the calculations they allow") {
    World world;
    const auto made = world.create(school());
    CHECK(made.buyer.name == "Commune de Valbrume");
    CHECK(made.market.reference_derived);
    REQUIRE(made.lots.size() == 2);
    {
        store::Transaction tx = world.base.read();
        CHECK(store::Calculations(tx).of_lot(made.lots[0].id).at(0).hours == core::Hours::whole(199));
        CHECK(store::Calculations(tx).of_lot(made.lots[1].id).empty());
    }
    CHECK(world.journal().front().entry.action == "marche.creer");
    CHECK(world.journal().front().entry.detail == "lots=2 calculs=1");
    auto second = school();
    second.buyer.name = "COMMUNE de valbrume";
    second.market.reference = "2026-02";
    CHECK(world.create(second).buyer.id == made.buyer.id);
}

TEST_CASE("a market that has faults, or exists already, leaves nothing behind") {
    World world;
    auto bad = school();
    bad.market.object = " ";
    bad.lots[1].hourly_cost = core::Euros::of(0);
    const auto refused = tests::refusal([&] { world.create(bad); });
    CHECK(refused.kind() == ErrorKind::invalid);
    CHECK(refused.issues().size() == 2);
    CHECK(app::list_markets(world.base, {}).markets == 0);
    world.create(school());
    const auto again = tests::refusal([&] { world.create(school()); });
    CHECK(again.kind() == ErrorKind::conflict);
    CHECK(again.issues().front().where == "marche");
    CHECK(app::list_markets(world.base, {}).markets == 1);
    CHECK(world.journal().size() == 1);
}

TEST_CASE("a change by hand is counted as one, and told by its fields") {
    World world;
    auto lot = world.create(school()).lots[0];
    lot.amount = core::Euros::whole(180'000);
    lot.hours = core::Hours::whole(150);
    const auto saved = app::update_lot(world.session, world.base, lot);
    CHECK(saved.revision == lot.revision + 1);
    CHECK(world.journal().front().entry.detail == "montant, heures");
    {
        store::Transaction tx = world.base.read();
        CHECK(tx.value<std::int64_t>("SELECT edits FROM lots WHERE id = ?", lot.id) == 1);
    }
    CHECK(app::update_lot(world.session, world.base, saved).revision == saved.revision);
    CHECK(world.journal().size() == 2);
}

TEST_CASE("who changes what somebody else has changed is shown both values, and nothing is written") {
    World world;
    const auto made = world.create(school());
    auto first = made.market;
    auto second = made.market;
    first.object = "École et cantine";
    app::update_market(world.session, world.base, first);
    second.object = "Groupe scolaire";
    const auto refused = tests::refusal([&] { app::update_market(world.session, world.base, second); });
    CHECK(refused.kind() == ErrorKind::conflict);
    REQUIRE(refused.issues().size() == 1);
    CHECK(refused.issues()[0].where == "objet");
    CHECK(refused.issues()[0].text.find("École et cantine") != std::string::npos);
    CHECK(refused.issues()[0].text.find("Groupe scolaire") != std::string::npos);
    CHECK(app::list_markets(world.base, {}).lines.at(0).market.object == "École et cantine");
}

TEST_CASE("a reference or a number that another has is a conflict on its field") {
    World world;
    auto one = school();
    one.market.reference = "R1";
    auto two = school();
    two.market.reference = "R2";
    world.create(one);
    auto made = world.create(two);
    made.market.reference = "R1";
    CHECK(tests::refusal([&] { app::update_market(world.session, world.base, made.market); }).issues()[0].where ==
          "marche");
    made.lots[0].number = "2";
    CHECK(tests::refusal([&] { app::update_lot(world.session, world.base, made.lots[0]); }).issues()[0].where == "lot");
    made.lots[0].id = {99};
    CHECK(tests::refusal([&] { app::update_lot(world.session, world.base, made.lots[0]); }).kind() ==
          ErrorKind::not_found);
}

TEST_CASE("detailed clauses are the master: the summary follows from them") {
    World world;
    auto lot = world.create(school()).lots[0];
    const auto clauses = [](std::string_view text) { return domain::parse_lot_clauses(text).value(); };
    lot.environmental = "Clause environnementale";
    lot = app::update_lot(world.session, world.base, lot, clauses("insertion, equality:critere"));
    CHECK(lot.considerations == "Clause sociale, Critère social");
    CHECK(world.journal().front().entry.detail == "considerations_sociales, considerations_environnementales, clauses");
    auto sheet = app::lot_sheet(world.base, lot.id);
    CHECK(sheet.clauses == clauses("insertion, equality:critere"));
    CHECK(sheet.summary == lot.considerations);
    // Another form of one clause changes nothing else than the summary.
    lot = app::update_lot(world.session, world.base, lot, clauses("insertion, equality"));
    CHECK(lot.considerations == "Clause sociale");
    CHECK(app::update_lot(world.session, world.base, lot, clauses("insertion, equality")).revision == lot.revision);
    // Taken away, the detail leaves the summary as the only thing known.
    lot = app::update_lot(world.session, world.base, lot, clauses(""));
    CHECK(lot.considerations == "Clause sociale");
    CHECK(app::lot_sheet(world.base, lot.id).clauses.empty());
    CHECK_FALSE(app::lot_sheet(world.base, lot.id).summary);
}

TEST_CASE("a summary that says something else than the detail is told, never settled in silence") {
    World world;
    auto lot = world.create(school()).lots[0];
    lot = app::update_lot(world.session, world.base, lot, domain::parse_lot_clauses("insertion").value());
    lot.considerations = "Pas de considération sociale";
    lot = app::update_lot(world.session, world.base, lot);
    const auto sheet = app::lot_sheet(world.base, lot.id);
    CHECK(sheet.lot.considerations == "Pas de considération sociale");
    CHECK(sheet.summary == "Clause sociale");
    CHECK(app::update_lot(world.session, world.base, lot, sheet.clauses).considerations == "Clause sociale");
}

TEST_CASE("two people who change the clauses of a lot are shown both") {
    World world;
    const auto lot = world.create(school()).lots[0];
    app::update_lot(world.session, world.base, lot, domain::parse_lot_clauses("insertion").value());
    const auto refused = tests::refusal(
        [&] { app::update_lot(world.session, world.base, lot, domain::parse_lot_clauses("none").value()); });
    CHECK(refused.kind() == ErrorKind::conflict);
    REQUIRE(refused.issues().size() == 2);
    CHECK(refused.issues()[0].where == "considerations_sociales");
    CHECK(refused.issues()[1].where == "clauses");
    CHECK(app::lot_sheet(world.base, lot.id).clauses.at(0).kind == "insertion");
}

TEST_CASE("the words of a market of insertion are a setting") {
    World world;
    auto lot = world.create(school()).lots[0];
    CHECK(app::insertion_services_words(world.base) == "Clause sociale");
    app::set_insertion_services_words(world.session, world.base, "Marché réservé");
    lot = app::update_lot(world.session, world.base, lot, domain::parse_lot_clauses("insertion_services").value());
    CHECK(lot.considerations == "Marché réservé");
    app::set_insertion_services_words(world.session, world.base, "Critère social");
    lot = app::lot_sheet(world.base, lot.id).lot;
    CHECK(lot.considerations == "Critère social");
    const auto refused = tests::refusal([&] { app::set_insertion_services_words(world.session, world.base, "Autre"); });
    CHECK(refused.issues()[0].where == "marche_insertion");
    CHECK(app::insertion_services_words(world.base) == "Critère social");
}
