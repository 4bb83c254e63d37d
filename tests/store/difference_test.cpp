// Before a file is applied, what it would change is counted and shown, value by value.
#include "clausier/store/difference.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/markets.hpp"
#include "store/tenders.hpp"

using namespace clausier;

namespace {

store::DifferenceCounts compare(store::Database& database, const tests::Records& records) {
    auto staging = tests::staged(records);
    auto tx = database.read(staging->attachment());
    return store::Difference(tx).counts();
}

std::vector<std::string> changes(store::Database& database, const tests::Records& records, std::int64_t limit = 100,
                                 std::int64_t offset = 0) {
    auto staging = tests::staged(records);
    auto tx = database.read(staging->attachment());
    std::vector<std::string> out;
    for (const auto& c : store::Difference(tx).changes(limit, offset))
        out.push_back(c.reference + " " + c.lot_number.value_or("-") + " " + c.column + ": " + c.before.value_or("-") +
                      " > " + c.after.value_or("-"));
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("to an empty base everything is new") {
    store::Database database(":memory:");
    const auto counts =
        compare(database, {tests::record(2, "A", "1"), tests::record(3, "A", "2"), tests::record(4, "B")});
    CHECK(counts.organisations_new == 2);
    CHECK(counts.markets_new == 2);
    CHECK(counts.lots_new == 3);
    CHECK(counts.markets() == 2);
    CHECK(counts.lots() == 3);
}

TEST_CASE("a market is changed when its own content is, or when one of its lots is new or changed") {
    store::Database database(":memory:");
    tests::import(database,
                  {tests::record(2, "A"), tests::record(3, "B"), tests::record(4, "C"), tests::record(5, "D")});
    auto object = tests::record(2, "A");
    object.object = "Autre objet";
    auto amount = tests::record(4, "C");
    amount.amount = core::Euros::whole(1);
    const auto counts =
        compare(database, {object, tests::record(3, "B"), tests::record(4, "B", "2"), amount, tests::record(6, "D")});
    CHECK(counts.markets_changed == 3);
    CHECK(counts.markets_same == 1);
    CHECK(counts.markets_new == 0);
    CHECK(counts.lots_new == 1);
    CHECK(counts.lots_changed == 1);
    CHECK(counts.lots_same == 3);
    CHECK(counts.organisations_new == 0);
}

TEST_CASE("each changed value is shown before and after, by pages") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A"), tests::record(3, "B")});
    auto a = tests::record(2, "A");
    a.object = "Réfection de l'école et du préau";
    a.amount = core::Euros::of(1'234'567);
    a.considerations = "Clause sociale";
    a.operation = "Lycée des Brumes";
    auto b = tests::record(3, "B");
    b.holders = {{{}, "Peintres"}, {{}, "Plâtriers"}};
    const Lines all{"A - object: Réfection de l'école > Réfection de l'école et du préau",
                    "A - considerations: - > Clause sociale",
                    "A - operation_id: - > Lycée des Brumes",
                    "A 1 considerations: - > Clause sociale",
                    "A 1 amount_cents: 10000000 > 1234567",
                    "B 1 holders: Bâtisseurs du Haut-Val > Peintres, Plâtriers"};
    CHECK(changes(database, {a, b}) == all);
    CHECK(changes(database, {a, b}, 2, 4) == Lines{all[4], all[5]});
}

TEST_CASE("what the file does not give differs from nothing") {
    store::Database database(":memory:");
    auto full = tests::record(2, "A");
    full.effort = core::Rate::of(500);
    full.considerations = "Clause sociale";
    tests::import(database, {full});
    auto poorer = tests::record(2, "A");
    poorer.object.clear();
    poorer.cpv.clear();
    poorer.place_code.clear();
    poorer.amount.reset();
    poorer.holders.clear();
    const auto counts = compare(database, {poorer});
    CHECK(counts.markets_same == 1);
    CHECK(counts.lots_same == 1);
    CHECK(changes(database, {poorer}).empty());
}

TEST_CASE("a new place takes its département with it, even when it has none") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A")});
    auto abroad = tests::record(2, "A");
    abroad.place_code = "Londres";
    CHECK(changes(database, {abroad}) == Lines{"A - place_code: 57000 > Londres", "A - department: 57 > -",
                                               "A 1 place_code: 57000 > Londres", "A 1 department: 57 > -"});
}

TEST_CASE("what was corrected by hand stays, as long as the file says what it said") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A")});
    {
        auto tx = database.write();
        auto lot = *store::Markets(tx).find_lot({1});
        lot.amount = core::Euros::whole(42);
        lot.holders.clear();
        store::Markets(tx).save(lot);
        tx.commit();
    }
    CHECK(compare(database, {tests::record(2, "A")}).lots_same == 1);
    auto corrected_file = tests::record(2, "A");
    corrected_file.amount = core::Euros::whole(43);
    CHECK(changes(database, {corrected_file}) == Lines{"A 1 amount_cents: 4200 > 4300"});
}

TEST_CASE("organisations merged since the file was staged make the comparison start again") {
    store::Database database(":memory:");
    auto by_name = tests::record(2, "A");
    by_name.buyer = {{}, "Mairie de Valbrume"};
    const tests::Records records{by_name, tests::record(3, "B")};
    tests::import(database, records);
    auto staging = tests::staged(records);
    {
        auto tx = database.write();
        store::Organisations organisations(tx);
        organisations.merge(organisations.find_by_name("Mairie de Valbrume")->id,
                            organisations.find(core::Identifier{"SIRET", "21990001000017"})->id);
        tx.commit();
    }
    auto tx = database.read(staging->attachment());
    CHECK(tests::refusal([&] { store::Difference difference(tx); }).kind() == core::ErrorKind::conflict);
}

TEST_CASE("comparing writes nothing in the base") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A")});
    const auto before = tests::dump(database);
    compare(database, {tests::record(2, "B")});
    CHECK(tests::dump(database) == before);
}
