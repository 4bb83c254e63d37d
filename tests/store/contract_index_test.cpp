// Whatever is written, contracts say what lots, markets, holders and clauses say.
#include "contract_index.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/contract.hpp"
#include "clausier/store/import_undo.hpp"
#include "clausier/store/markets.hpp"
#include "market_index.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using tests::record;

namespace {

std::vector<std::string> contracts(store::Transaction& tx) {
    auto out = tests::rows(tx, "SELECT * FROM contracts ORDER BY lot_id", 18);
    for (auto& line : tests::rows(tx, "SELECT * FROM contract_suppliers ORDER BY lot_id, rank", 5))
        out.push_back(std::move(line));
    return out;
}

std::vector<std::string> totals(store::Transaction& tx) {
    return tests::rows(tx, "SELECT * FROM contract_totals ORDER BY year, sector, social", 6);
}

// The rows as they stand, after checking that they are what they would be if made anew.
std::vector<std::string> true_contracts(store::Database& database) {
    auto tx = database.write();
    auto kept = contracts(tx);
    const auto summed = totals(tx);
    store::ContractIndex(tx).rebuild();
    CHECK(kept == contracts(tx));
    CHECK(summed == totals(tx));
    return kept;
}

void change(store::Database& database, const std::function<void(store::Transaction&)>& work) {
    auto tx = database.write();
    work(tx);
    tx.commit();
}

}  // namespace

TEST_CASE("contracts follow imports, changes by a file, and their undoing") {
    store::Database database(":memory:");
    auto first = record(2, "2026-01", "1");
    first.considerations = "Clause sociale";
    first.essential.offers = 4;
    tests::import(database, {first, record(3, "2026-01", "2"), record(4, "2026-02")});
    const auto kept = true_contracts(database);
    REQUIRE(kept.size() == 6);
    CHECK(kept.front() == "1|1|1|2026|2026-03-01|0|2||57||1|0|0|262144|10000000|10000000|1|4");
    CHECK(kept.at(3) == "1|1|99900001000019|0|-");
    auto changed = record(2, "2026-01", "1");
    changed.considerations = "Critère social";
    changed.amount = core::Euros::whole(5);
    changed.holders = {{{"SIRET", "99900002000018"}, "Peintres"}};
    tests::import(database, {changed, record(5, "2026-01", "3"), record(6, "2026-03")});
    const auto second = true_contracts(database);
    CHECK(second.size() == 10);
    CHECK(second != kept);
    change(database, [](auto& tx) { store::ImportUndo(tx).undo({2}, tests::noon(22), "test"); });
    CHECK(true_contracts(database) == kept);
}

TEST_CASE("contracts follow what is saved by hand: lots moved, buyers whose kind changes, organisations merged") {
    store::Database database(":memory:");
    auto other = record(3, "2026-09");
    other.buyer = {{}, "Ville de Valbrume"};
    tests::import(database, {record(2, "2026-01"), other});
    change(database, [](auto& tx) {
        store::Markets markets(tx);
        auto moved = *markets.find_lot({2});
        moved.market = {1};
        moved.number = "9";
        moved.notified_on = tests::day(2025, 1, 2);
        markets.save(moved);
    });
    CHECK(true_contracts(database).at(1).starts_with("2|1|1|2025|2025-01-02"));
    change(database, [](auto& tx) {
        store::Organisations organisations(tx);
        auto buyer = *organisations.find_by_name("Ville de Valbrume");
        const auto town = *organisations.find(core::Identifier{"SIRET", "21990001000017"});
        organisations.merge(town.id, buyer.id);
        buyer = *organisations.find_by_name("Ville de Valbrume");
        buyer.kind = domain::OrganisationKind::private_client;
        organisations.save(buyer);
    });
    true_contracts(database);
    auto tx = database.read();
    CHECK(tx.value<std::int64_t>("SELECT count(*) FROM contracts WHERE flags & 16 = 16") == 2);
}

TEST_CASE("detailed clauses and recorded exceptions count once their market is refreshed") {
    store::Database database(":memory:");
    tests::import(database, {record(2, "2026-01")});
    change(database, [](auto& tx) {
        tx.run("INSERT INTO lot_clauses (lot_id, kind) VALUES (1, 'insertion'), (1, 'equality')");
        tx.run(
            "INSERT INTO market_exceptions (market_id, statement, motive, at, actor) "
            "VALUES (1, 'condition.exception.link', 'sans lien', '2026-11-21T08:00:00Z', 'test')");
        store::MarketIndex(tx).refresh({1});
    });
    true_contracts(database);
    auto tx = database.read();
    CHECK(tx.value<std::int64_t>("SELECT social FROM contracts") == 1);
    CHECK(tx.value<std::int64_t>("SELECT kinds FROM contracts") ==
          static_cast<std::int64_t>(domain::clause_bit("insertion") | domain::clause_bit("equality")));
    CHECK((tx.value<std::int64_t>("SELECT flags FROM contracts") & domain::contract_flag::condition_excepted) != 0);
}

TEST_CASE("an import of many lots makes the same contracts as one of few") {
    store::Database database(":memory:");
    tests::Records records;
    for (std::uint64_t line = 2; line < 10'010; ++line) records.push_back(record(line, std::to_string(line)));
    tests::import(database, records);
    CHECK(true_contracts(database).size() == 2 * records.size());
    auto tx = database.read();
    CHECK(tx.value<std::int64_t>(
              "SELECT count(*) FROM sqlite_schema WHERE tbl_name = 'contracts' AND type = 'index'") == 2);
    CHECK(totals(tx).size() == 1);
}
