// A staged file is applied whole or not at all, and again without effect.
#include "clausier/store/imports.hpp"

#include <catch2/catch_test_macros.hpp>
#include <thread>

#include "clausier/store/journal.hpp"
#include "clausier/store/markets.hpp"
#include "sheets/scratch_folder.hpp"
#include "store/tenders.hpp"

using namespace clausier;

namespace {

std::int64_t count(store::Database& database, const std::string& table) {
    auto tx = database.read();
    return tx.value<std::int64_t>("SELECT count(*) FROM " + table);
}

tests::Records some(int lots) {
    tests::Records records;
    for (int i = 0; i < lots; ++i)
        records.push_back(tests::record(static_cast<std::uint64_t>(i) + 2, "2026-" + std::to_string(i / 3),
                                        std::to_string(i % 3 + 1)));
    return records;
}

}  // namespace

TEST_CASE("an import says what it did, and its counts add up") {
    store::Database database(":memory:");
    auto records = some(7);
    records.push_back(tests::record(9, "2026-0", "1"));
    const auto import = tests::import(database, records);
    CHECK(import.rows.read == 8);
    CHECK(import.rows.kept == 7);
    CHECK(import.rows.ignored == 1);
    CHECK(import.difference.markets_new == 3);
    CHECK(import.difference.lots_new == 7);
    CHECK(import.difference.organisations_new == 2);
    CHECK(import.meta.file_name == "marches.xlsx");
    CHECK_FALSE(import.undone_at.has_value());
    auto tx = database.read();
    CHECK(store::Imports(tx).list(10).size() == 1);
    CHECK(store::Imports(tx).find(import.id).rows.kept == 7);
    const auto skipped = store::Imports(tx).skipped(import.id, 10);
    REQUIRE(skipped.size() == 1);
    CHECK(skipped.front().line == 9);
    CHECK(skipped.front().reason == "doublon");
    CHECK(tests::refusal([&] { static_cast<void>(store::Imports(tx).find({99})); }).kind() ==
          core::ErrorKind::not_found);
}

TEST_CASE("the base itself refuses an import whose rows are not all accounted for") {
    store::Database database(":memory:");
    tests::import(database, some(3));
    auto tx = database.write();
    CHECK(tests::refusal([&] { tx.run("UPDATE imports SET rows_kept = rows_kept - 1"); }).kind() ==
          core::ErrorKind::invalid);
}

TEST_CASE("the same file twice is the same as once") {
    store::Database database(":memory:");
    const auto records = some(50);
    tests::import(database, records);
    const auto before = tests::dump(database);
    const auto again = tests::import(database, records);
    CHECK(tests::dump(database) == before);
    CHECK(again.difference.markets_same == 17);
    CHECK(again.difference.lots_same == 50);
    CHECK(again.difference.markets_new + again.difference.markets_changed + again.difference.lots_new +
              again.difference.lots_changed + again.difference.organisations_new ==
          0);
    auto tx = database.read();
    CHECK(tx.value<std::int64_t>("SELECT max(revision) FROM lots") == 1);
    CHECK(tx.value<std::int64_t>("SELECT count(*) FROM markets_before") == 0);
}

TEST_CASE("a file that gives other values updates them, and leaves alone what it does not give") {
    store::Database database(":memory:");
    auto first = tests::record(2, "A");
    first.effort = core::Rate::of(500);
    tests::import(database, {first});
    auto second = tests::record(2, "A");
    second.amount = core::Euros::whole(120'000);
    second.object = "École et cantine";
    second.holders = {{{}, "Peintres"}};
    const auto import = tests::import(database, {second});
    CHECK(import.difference.markets_changed == 1);
    CHECK(import.difference.lots_changed == 1);
    auto tx = database.read();
    const auto lot = store::Markets(tx).find_lot({1});
    CHECK(lot->amount == core::Euros::whole(120'000));
    CHECK(lot->effort == core::Rate::of(500));
    REQUIRE(lot->holders.size() == 1);
    CHECK(lot->holders.front().name == "Peintres");
    CHECK(store::Markets(tx).find({1})->object == "École et cantine");
}

TEST_CASE("a holder alone that changes does not bring back values corrected by hand") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A")});
    {
        auto tx = database.write();
        auto lot = *store::Markets(tx).find_lot({1});
        lot.amount = core::Euros::whole(42);
        store::Markets(tx).save(lot);
        tx.commit();
    }
    auto other_holder = tests::record(2, "A");
    other_holder.holders = {{{}, "Peintres"}};
    tests::import(database, {other_holder});
    auto tx = database.read();
    const auto lot = store::Markets(tx).find_lot({1});
    CHECK(lot->amount == core::Euros::whole(42));
    CHECK(lot->holders.front().name == "Peintres");
}

TEST_CASE("operations and organisations are found again, or made once") {
    store::Database database(":memory:");
    auto a = tests::record(2, "A");
    a.operation = "Lycée des Brumes";
    auto b = tests::record(3, "B");
    b.operation = "Lycée des Brumes";
    tests::import(database, {a, b});
    CHECK(count(database, "operations") == 1);
    b.operation = "Grand quartier";
    tests::import(database, {a, b});
    CHECK(count(database, "operations") == 2);
    CHECK(count(database, "organisations") == 2);
    auto tx = database.read();
    CHECK(store::Markets(tx).find({2})->operation == domain::Id<domain::Operation>{2});
}

TEST_CASE("an organisation known by its identifier alone takes the name that a later file gives") {
    store::Database database(":memory:");
    auto nameless = tests::record(2, "A");
    nameless.buyer.name.clear();
    tests::import(database, {nameless});
    tests::import(database, {tests::record(2, "A")});
    auto tx = database.read();
    CHECK(store::Organisations(tx).find(domain::Id<domain::Organisation>{1})->name == "Commune de Valbrume");
    CHECK(store::Organisations(tx).find(domain::Id<domain::Organisation>{1})->kind ==
          domain::OrganisationKind::public_body);
}

TEST_CASE("nothing is kept of an import that is not committed, and the staging can be applied again") {
    store::Database database(":memory:");
    auto staging = tests::staged(some(20));
    {
        auto tx = database.write(staging->attachment());
        store::Imports(tx).apply(*staging, tests::meta());
    }
    CHECK(tests::dump(database).empty());
    CHECK(count(database, "imports") == 0);
    CHECK(count(database, "journal") == 0);
    CHECK(tests::apply(database, *staging).difference.lots_new == 20);
}

TEST_CASE("a full disk halfway keeps nothing of the import; with room it succeeds") {
    tests::ScratchFolder folder;
    store::Database database(folder.path() / "base.sqlite");
    auto staging = tests::staged(some(3000));
    {
        auto tx = database.write(staging->attachment());
        tx.script("PRAGMA main.max_page_count = 90");
        CHECK(tests::refusal([&] { store::Imports(tx).apply(*staging, tests::meta()); }).kind() ==
              core::ErrorKind::unavailable);
        tx.script("PRAGMA main.max_page_count = 1000000");
    }
    CHECK(tests::dump(database).empty());
    CHECK(database.integrity().empty());
    CHECK(tests::apply(database, *staging).difference.lots_new == 3000);
}

TEST_CASE("eight imports of one file at once are one import and seven without effect") {
    tests::ScratchFolder folder;
    store::Database database(folder.path() / "base.sqlite");
    std::vector<std::thread> threads;
    threads.reserve(8);
    for (int i = 0; i < 8; ++i) threads.emplace_back([&] { tests::import(database, some(30)); });
    for (auto& thread : threads) thread.join();
    CHECK(count(database, "lots") == 30);
    auto tx = database.read();
    CHECK(tx.value<std::int64_t>("SELECT count(*) FROM imports WHERE lots_new = 30") == 1);
    CHECK(tx.value<std::int64_t>("SELECT count(*) FROM imports WHERE lots_same = 30") == 7);
}

TEST_CASE("every import is in the journal, with its counts and the file's digest") {
    store::Database database(":memory:");
    tests::import(database, some(3));
    auto tx = database.read();
    const auto row = store::Journal(tx).list(1).front();
    CHECK(row.entry.action == "import.appliquer");
    CHECK(row.entry.subject == "import/1");
    CHECK(row.entry.detail.find("sha256=" + std::string(64, 'a')) != std::string::npos);
    CHECK(row.entry.detail.find("lues=3 retenues=3") != std::string::npos);
    CHECK_FALSE(store::Journal(tx).verify().has_value());
}

TEST_CASE("every kind of fault is counted, and its first thousand are kept") {
    store::Database database(":memory:");
    store::Staging staging;
    for (std::uint64_t line = 2; line < 1'204; ++line) {
        staging.add(tests::record(line, "R", std::to_string(line)));
        staging.issue(line, {core::Severity::warning, "siret_luhn", "", std::to_string(line)});
        if (line % 600 == 0) staging.issue(line, {core::Severity::info, "siret_luhn", "", "autre"});
    }
    staging.resolve();
    const auto import = tests::apply(database, staging);
    auto tx = database.read();
    const auto kinds = store::Imports(tx).issue_counts(import.id);
    REQUIRE(kinds.size() == 2);
    CHECK(kinds.at(0).severity == core::Severity::warning);
    CHECK(kinds.at(0).occurrences == 1'202);
    CHECK(kinds.at(1).severity == core::Severity::info);
    CHECK(kinds.at(1).occurrences == 2);
    const auto kept = store::Imports(tx).issues(import.id);
    CHECK(kept.size() == 1'002);
    CHECK(kept.front().text == "2");
    CHECK(kept.back().severity == core::Severity::info);
}
