// Contracts read by scope, matched with the directory.
#include "clausier/store/contracts.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/markets.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using tests::record;

namespace {

struct Read {
    std::vector<domain::Contract> contracts;
    std::vector<domain::ContractStandings> standings;
};

Read read(store::Database& database, const store::ContractQuery& query) {
    auto tx = database.read();
    Read out;
    store::Contracts(tx).each(query, tests::day(2026, 11, 21), [&](const auto& contract, const auto& standings) {
        out.contracts.push_back(contract);
        out.standings.push_back(standings);
    });
    return out;
}

std::size_t count(store::Database& database, const store::ContractQuery& query) {
    return read(database, query).contracts.size();
}

// Three contracts of Valbrume (2025, 2026, no date), one of Clairmont (2026, Paris).
void fill(store::Database& database) {
    auto old = record(2, "A");
    old.notified_on = tests::day(2025, 6, 1);
    auto undated = record(4, "C");
    undated.notified_on.reset();
    auto other = record(5, "D");
    other.buyer = {{"SIRET", "21990002000016"}, "Commune de Clairmont"};
    other.place_code = "75014";
    other.holders = {{{"SIRET", "99900002000018"}, "Peintres du Val d’Or"}};
    tests::import(database, {old, record(3, "B"), undated, other});
}

}  // namespace

TEST_CASE("a scope chooses by buyer, years, place and company; those without a year always come") {
    store::Database database(":memory:");
    fill(database);
    CHECK(count(database, {}) == 4);
    store::ContractQuery town;
    town.buyers = {{1}};
    CHECK(count(database, town) == 3);
    town.first_year = town.last_year = 2026;
    CHECK(count(database, town) == 2);
    town.last_year.reset();
    CHECK(count(database, town) == 2);
    store::ContractQuery by_department;
    by_department.department = "75";
    CHECK(count(database, by_department) == 1);
    store::ContractQuery by_place;
    by_place.place = "570";
    CHECK(count(database, by_place) == 3);
    store::ContractQuery by_siret;
    by_siret.siret = "99900002000018";
    CHECK(count(database, by_siret) == 1);
    store::ContractQuery by_words;
    by_words.words = "val d or";
    CHECK(count(database, by_words) == 1);
}

TEST_CASE("in order: by notification, those without a date last") {
    store::Database database(":memory:");
    fill(database);
    store::ContractQuery query;
    query.buyers = {{1}};
    query.in_order = true;
    const auto found = read(database, query).contracts;
    REQUIRE(found.size() == 3);
    CHECK(found[0].year == 2025);
    CHECK(found[1].year == 2026);
    CHECK(found[2].year == 0);
}

TEST_CASE(
    "a holder is matched under the SIRET that a structure had on the day, once even when two structures share it") {
    store::Database database(":memory:");
    fill(database);
    {
        auto tx = database.write();
        tx.script(R"(
INSERT INTO structures (id, kind, name, folded, siret) VALUES
  (1, 'EI', 'Bâtisseurs', 'batisseurs', '99900001000019'), (2, 'ETTI', 'Bâtisseurs intérim', 'batisseurs interim', '99900001000019'),
  (3, 'EA', 'Peintres', 'peintres', NULL);
INSERT INTO structure_sirets (structure_id, siret, valid_from, valid_to) VALUES
  (1, '99900001000019', NULL, NULL), (2, '99900001000019', NULL, NULL), (3, '99900002000018', NULL, '2025-12-31');
INSERT INTO structure_approvals (structure_id, kind, valid_from, valid_to) VALUES
  (2, 'convention', '2026-01-01', '2026-12-31'), (1, 'esus', NULL, '2030-01-01'))");
        tx.commit();
    }
    store::ContractQuery town;
    town.buyers = {{1}};
    town.in_order = true;
    const auto found = read(database, town);
    REQUIRE(found.standings.at(1).holders.size() == 1);
    CHECK(found.standings[1].holders[0].approved);
    CHECK(found.standings[1].holders[0].esus);
    CHECK(found.standings[1].structures == std::vector<std::int64_t>{2});
    CHECK_FALSE(found.standings.at(0).holders.at(0).approved);
    store::ContractQuery other;
    other.siret = "99900002000018";
    CHECK(read(database, other).standings.at(0).holders.empty());
    auto reading = database.read();
    CHECK(store::Contracts(reading).has_structures());
}

TEST_CASE("few structures or many beside the suppliers of a buyer, for sums or for lists: the same are matched") {
    store::Database database(":memory:");
    fill(database);
    store::ContractQuery town;
    town.buyers = {{1}};
    town.first_year = town.last_year = 2026;
    const auto matched = [&](bool sums) {
        town.sums = sums;
        std::vector<std::vector<std::int64_t>> out;
        for (const auto& one : read(database, town).standings) out.push_back(one.structures);
        return out;
    };
    {
        auto tx = database.write();
        tx.script(R"(
INSERT INTO structures (id, kind, name, folded, siret) VALUES (1, 'EI', 'Bâtisseurs', 'batisseurs', '99900001000019');
INSERT INTO structure_sirets (structure_id, siret) VALUES (1, '99900001000019'))");
        tx.commit();
    }
    const auto few = matched(false);
    REQUIRE(few == std::vector<std::vector<std::int64_t>>{{1}, {1}});
    CHECK(matched(true) == few);
    {
        auto tx = database.write();
        for (std::int64_t i = 2; i < 40; ++i) {
            const std::string siret = std::to_string(99'900'500'000'000 + i);
            tx.run("INSERT INTO structures (id, kind, name, folded, siret) VALUES (?, 'EI', 'Autre', 'autre', ?)", i,
                   siret);
            tx.run("INSERT INTO structure_sirets (structure_id, siret) VALUES (?, ?)", i, siret);
        }
        tx.commit();
    }
    CHECK(matched(false) == few);
    CHECK(matched(true) == few);
}

TEST_CASE("the national table counts what no option changes") {
    store::Database database(":memory:");
    fill(database);
    auto tx = database.read();
    const auto rows = store::Contracts(tx).national();
    REQUIRE(rows.size() == 3);
    CHECK(rows.back().year == 2026);
    CHECK(rows.back().counted.contracts == 2);
    CHECK(rows.back().counted.amount == core::Euros::whole(200'000));
}

TEST_CASE("a buyer is named by its number") {
    store::Database database(":memory:");
    fill(database);
    auto tx = database.read();
    CHECK(store::Contracts(tx).buyer_name({1}) == "Commune de Valbrume");
}

TEST_CASE("what people read of contracts: the lot's words before its market's, holders by name") {
    store::Database database(":memory:");
    auto lot = record(2, "A");
    lot.considerations = "Clause sociale";
    lot.holders.push_back({{"SIRET", "99900002000018"}, "Peintres"});
    tests::import(database, {lot});
    auto tx = database.read();
    const std::vector<domain::Id<domain::Lot>> lots{{1}};
    const auto texts = store::Contracts(tx).texts(lots);
    REQUIRE(texts.size() == 1);
    CHECK(texts[0].buyer == "Commune de Valbrume");
    CHECK(texts[0].reference == "A");
    CHECK(texts[0].object == "Lot 1");
    CHECK(texts[0].holders == "Bâtisseurs du Haut-Val, Peintres");
    CHECK(texts[0].considerations == "Clause sociale");
    CHECK(texts[0].amount == core::Euros::whole(100'000));
}

TEST_CASE("a holder known by its SIRET alone shows the name that the directory has for it, and says so") {
    store::Database database(":memory:");
    auto lot = record(2, "A");
    lot.holders = {{{"SIRET", "99900001000019"}, ""}, {{"SIRET", "99900002000018"}, ""}};
    tests::import(database, {lot});
    auto tx = database.write();
    tx.script(
        "INSERT INTO structures (kind, name, folded, siret, closed_on) VALUES "
        "('ei', 'Ancien nom', 'ancien nom', '99900001000019', '2020-01-01'), "
        "('ei', 'Les Tilleuls', 'les tilleuls', NULL, NULL); "
        "INSERT INTO structure_sirets (structure_id, siret) VALUES (2, '99900001000019')");
    const auto made = tx.value<domain::Id<domain::Lot>>("SELECT id FROM lots");
    CHECK(store::Contracts(tx).texts(std::vector{made}).at(0).holders ==
          "Les Tilleuls (nom de l’annuaire), 99900002000018");
    const auto read = store::Markets(tx).find_lot(made).value();
    CHECK(read.holders.at(0).label() == "Les Tilleuls (nom de l’annuaire)");
    CHECK(read.holders.at(0).name.empty());
    CHECK(read.holders.at(1).label() == "99900002000018");
}
