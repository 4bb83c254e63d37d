// What an import writes beside the markets: where lots came from, skipped rows, and the first remarks of each kind.
#include "import_writer.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/tenders.hpp"

using namespace clausier;

TEST_CASE("each lot knows its import and the line it came from") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A"), tests::record(5, "B")});
    auto changed = tests::record(9, "B");
    changed.amount = core::Euros::whole(1);
    tests::import(database, {changed});
    auto tx = database.read();
    CHECK(tests::rows(tx, "SELECT created_import, last_import, source_line, revision, edits FROM lots ORDER BY id",
                      5) == std::vector<std::string>{"1|1|2|1|0", "1|2|9|2|0"});
}

TEST_CASE("new rows take ids after the last one ever given") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A"), tests::record(3, "B")});
    {
        auto tx = database.write();
        tx.script("DELETE FROM lot_holders; DELETE FROM lots; DELETE FROM markets");
        tx.commit();
    }
    tests::import(database, {tests::record(2, "C")});
    auto tx = database.read();
    CHECK(tests::rows(tx, "SELECT id, market_id FROM lots", 2) == std::vector<std::string>{"3|3"});
}

TEST_CASE("remarks are all counted, and the first thousand of each kind kept") {
    store::Database database(":memory:");
    store::Staging staging;
    for (std::uint64_t line = 2; line < 1502; ++line) {
        staging.add(tests::record(line, std::to_string(line)));
        staging.issue(line, {core::Severity::warning, "siret_luhn", "ligne " + std::to_string(line), "clé fausse"});
        if (line == 1500) staging.issue(line, {core::Severity::error, "montant_illisible", "ligne 1500", "« BPU »"});
    }
    staging.resolve();
    const auto import = tests::apply(database, staging);
    CHECK(import.warnings == 1500);
    auto tx = database.read();
    store::Imports imports(tx);
    const auto counts = imports.issue_counts(import.id);
    REQUIRE(counts.size() == 2);
    CHECK(counts.front().code == "siret_luhn");
    CHECK(counts.front().occurrences == 1500);
    CHECK(counts.back().severity == core::Severity::error);
    const auto issues = imports.issues(import.id);
    REQUIRE(issues.size() == 1001);
    CHECK(issues.front() == core::Issue{core::Severity::warning, "siret_luhn", "ligne 2", "clé fausse"});
    CHECK(issues.back().code == "montant_illisible");
}

TEST_CASE("after an import no temporary table is left, so that the next one starts afresh") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A")});
    auto tx = database.read();
    CHECK(tests::rows(tx, "SELECT name FROM sqlite_temp_schema", 1).empty());
}
