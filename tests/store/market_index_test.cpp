// Whatever is written, the index says what markets and lots say; and sums too great to count are capped, not refused.
#include "market_index.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "clausier/domain/social_state.hpp"
#include "clausier/store/import_undo.hpp"
#include "clausier/store/markets.hpp"
#include "sheets/scratch_folder.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using tests::record;

namespace {

std::vector<std::string> index(store::Transaction& tx) {
    auto out = tests::rows(tx, "SELECT * FROM market_index ORDER BY market_id", 17);
    for (auto& line : tests::rows(tx, "SELECT market_id, text FROM market_texts ORDER BY market_id", 2))
        out.push_back(std::move(line));
    return out;
}

// The index as it stands, after checking that it is what it would be if made anew.
std::vector<std::string> true_index(store::Database& database) {
    auto tx = database.write();
    auto kept = index(tx);
    store::MarketIndex(tx).rebuild();
    CHECK(kept == index(tx));
    return kept;
}

void change(store::Database& database, const std::function<void(store::Transaction&)>& work) {
    auto tx = database.write();
    work(tx);
    tx.commit();
}

}  // namespace

TEST_CASE("the index follows imports, changes by a file, and their undoing") {
    store::Database database(":memory:");
    auto nameless = record(4, "2026-02");
    nameless.holders = {{{"SIRET", "99900002000018"}, ""}};
    tests::import(database, {record(2, "2026-01", "1"), record(3, "2026-01", "2"), nameless});
    const auto first = true_index(database);
    CHECK(first.size() == 4);
    auto changed = record(2, "2026-01", "1");
    changed.object = "Cantine";
    changed.amount = core::Euros::whole(5);
    changed.holders = {{{}, "Peintres"}};
    auto named = nameless;
    named.holders.front().name = "Zingueurs de Valbrume";
    tests::import(database, {changed, named, record(5, "2026-01", "3"), record(6, "2026-03")});
    const auto second = true_index(database);
    CHECK(second.size() == 6);
    CHECK(second.at(4).find("zingueurs") != std::string::npos);
    change(database, [](auto& tx) { store::ImportUndo(tx).undo({2}, tests::noon(22), "test"); });
    CHECK(true_index(database) == first);
}

TEST_CASE("the index follows what is saved by hand, and organisations renamed or merged") {
    store::Database database(":memory:");
    auto other = record(3, "2026-09");
    other.buyer = {{}, "Ville de Valbrume"};
    tests::import(database, {record(2, "2026-01"), other});
    change(database, [](auto& tx) {
        store::Markets markets(tx);
        auto market = *markets.find({1});
        market.notified_on.reset();
        markets.save(market);
        auto lot = *markets.find_lot({1});
        lot.amount.reset();
        lot.amount_estimated = core::Euros::whole(7);
        lot.hours = core::Hours::whole(3);
        markets.save(lot);
        auto moved = *markets.find_lot({2});
        moved.market = {1};
        moved.number = "9";
        markets.save(moved);
    });
    CHECK(true_index(database).size() == 4);
    change(database, [](auto& tx) {
        store::Organisations organisations(tx);
        auto buyer = *organisations.find_by_name("Ville de Valbrume");
        buyer.name = "Bourg de Valbrume";
        organisations.save(buyer);
        const auto town = *organisations.find(core::Identifier{"SIRET", "21990001000017"});
        organisations.merge(buyer.id, town.id);
    });
    true_index(database);
}

TEST_CASE("a base of the first schema gets its index when it is brought up to date") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    const auto steps = store::migrations();
    REQUIRE(steps.size() >= 2);
    {
        store::DatabaseOptions old;
        old.steps = {steps.front()};
        store::Database database(path, old);
        change(database, [](auto& tx) {
            tx.script(
                "INSERT INTO organisations (kind, name, folded) VALUES ('public', 'Valbrume', 'valbrume');"
                "INSERT INTO markets (buyer_id, reference, object) VALUES (1, 'R1', 'École')");
        });
    }
    store::Database database(path);
    CHECK(true_index(database).back() == "1|ecole r1 valbrume");
}

TEST_CASE("a market says there is no social consideration only when every lot says so") {
    const auto social = [](std::optional<std::string> first, std::optional<std::string> second) {
        store::Database database(":memory:");
        auto a = record(2, "R", "1");
        auto b = record(3, "R", "2");
        a.considerations = std::move(first);
        b.considerations = std::move(second);
        tests::import(database, {a, b});
        // The market's own is that of its latest record: it stands for lots that say nothing.
        change(database, [](auto& tx) { tx.run("UPDATE markets SET considerations = NULL"); });
        auto tx = database.write();
        store::MarketIndex(tx).rebuild();
        return tx.value<std::string>("SELECT social FROM market_index");
    };
    const std::string none = domain::no_social_consideration();
    CHECK(social({}, {}) == "non_renseignee");
    CHECK(social(none, {}) == "non_renseignee");
    CHECK(social(none, none) == "aucune");
    CHECK(social(none, "Clause sociale") == "oui");
    CHECK(social("Critère social", {}) == "oui");
}

TEST_CASE("the text of a market says each of its titles and holders once, folded, its object first") {
    store::Database database(":memory:");
    auto first = record(2, "R-1", "1");
    auto second = record(3, "R-1", "2");
    auto third = record(4, "R-1", "3");
    first.object = second.object = third.object = third.lot_title = "Réfection & voirie";
    first.lot_title = second.lot_title = "Gros œuvre";
    second.holders = {first.holders.front(), {{}, "Électriciens réunis"}};
    third.holders.clear();
    tests::import(database, {first, second, third});
    CHECK(true_index(database).back() ==
          "1|refection voirie r 1 commune de valbrume 21990001000017 gros oeuvre batisseurs du haut val 99900001000019 "
          "electriciens reunis");
}

TEST_CASE("sums beyond the greatest number are capped and said to be, never refused") {
    store::Database database(":memory:");
    auto first = record(2, "R", "1");
    auto second = record(3, "R", "2");
    first.amount = second.amount = core::Euros::whole(90'000'000'000'000'000);
    tests::import(database, {first, second});
    auto tx = database.read();
    const auto page = store::Markets(tx).list({});
    CHECK(page.totals.exceeded);
    CHECK(page.lines.at(0).totals.exceeded);
    CHECK(page.totals.amount.parts() == std::numeric_limits<std::int64_t>::max());
    CHECK(tx.value<std::int64_t>("SELECT " + store::capped_sum("x") + " FROM (SELECT 5 AS x UNION ALL SELECT -7)") ==
          -2);
    CHECK(tx.value<std::int64_t>("SELECT " + store::capped_sum("x") +
                                 " FROM (SELECT 9223372035854775000 AS x UNION ALL SELECT 806)") ==
          9'223'372'035'854'775'806);
}
