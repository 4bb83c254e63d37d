// Indices taken away come back as they were, by hand and after a large import.
#include "deferred_indexes.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>

#include "clausier/store/import_undo.hpp"
#include "clausier/store/markets.hpp"
#include "market_index.hpp"
#include "store/tenders.hpp"

using namespace clausier;

namespace {

std::vector<std::string> indices(store::Transaction& tx) {
    return tests::rows(tx, "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name", 3);
}

}  // namespace

TEST_CASE("indices are away until they are restored, but for those that keep rows unique") {
    store::Database database(":memory:");
    auto tx = database.write();
    tx.script(
        "CREATE TABLE a (x INTEGER PRIMARY KEY, y TEXT UNIQUE, z TEXT) STRICT; CREATE UNIQUE INDEX a_yz ON a (y, z);"
        "CREATE INDEX a_z ON a (z) WHERE z IS NOT NULL; CREATE INDEX a_zx ON a (z, x)");
    const auto before = indices(tx);
    constexpr std::array<std::string_view, 1> tables = {"a"};
    store::DeferredIndexes deferred(tx, tables);
    const auto without = indices(tx);
    CHECK(without.size() == before.size() - 2);
    tx.run("INSERT INTO a (y, z) VALUES ('b', 'c')");
    CHECK(tests::refusal([&] { tx.run("INSERT INTO a (y, z) VALUES ('b', 'd')"); }).kind() ==
          core::ErrorKind::conflict);
    deferred.restore();
    CHECK(indices(tx) == before);
    CHECK(tx.value<std::int64_t>("SELECT x FROM a INDEXED BY a_zx WHERE z = 'c'") == 1);
    deferred.restore();
    CHECK(indices(tx) == before);
}

TEST_CASE(
    "a large import into a new base leaves every index, filled, and lists are right before and after its undoing") {
    store::Database database(":memory:");
    const auto state = [&] {
        auto tx = database.read();
        return indices(tx);
    };
    const auto before = state();
    tests::Records records;
    for (int i = 0; i < 10'000; ++i) {
        auto r = tests::record(static_cast<std::uint64_t>(i) + 2, "R" + std::to_string(i / 2), std::to_string(i % 2));
        r.notified_on = tests::day(2020 + i % 7, 1, 1 + static_cast<unsigned>(i / 2) % 28);
        if (i % 3 == 0) r.holders = {{{}, "Peintres " + std::to_string(i % 500)}};
        records.push_back(std::move(r));
    }
    tests::import(database, records);
    CHECK(state() == before);
    CHECK(database.integrity().empty());
    {
        auto tx = database.read();
        store::MarketFilter filter;
        filter.year = 2022;
        filter.text = "peintres";
        const auto found = store::Markets(tx).list(filter);
        CHECK(found.markets > 0);
        CHECK(found.markets == tx.value<std::int64_t>(R"(
SELECT count(DISTINCT m.id)
FROM markets m JOIN lots l ON l.market_id = m.id JOIN lot_holders h ON h.lot_id = l.id
     JOIN organisations o ON o.id = h.organisation_id
WHERE m.notified_on LIKE '2022-%' AND o.name LIKE 'Peintres %')"));
    }
    {
        auto tx = database.write();
        store::ImportUndo(tx).undo({1}, tests::noon(22), "test");
        tx.commit();
    }
    CHECK(state() == before);
    CHECK(database.integrity().empty());
    auto tx = database.read();
    CHECK(store::Markets(tx).list({}).markets == 0);
}
