// What the staging tables hold of records: the department of a place, the holders, the market's best record.
#include "staging_tables.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/tenders.hpp"

using namespace clausier;

namespace {

std::vector<std::string> staged_rows(const tests::Records& records, const std::string& sql, int columns) {
    auto staging = tests::staged(records);
    store::Database database(":memory:");
    auto tx = database.read(staging->attachment());
    return tests::rows(tx, sql, columns);
}

}  // namespace

TEST_CASE("markets are those of the file, lots those of their market, in the order they come") {
    CHECK(staged_rows(
              {tests::record(2, "B", "2"), tests::record(3, "A", "1"), tests::record(4, "B", "1")},
              "SELECT m.reference, l.number, l.line FROM staging.lots l JOIN staging.markets m ON m.id = l.market "
              "ORDER BY l.id",
              3) == std::vector<std::string>{"B|2|2", "A|1|3", "B|1|4"});
}

TEST_CASE("a market speaks by its best record, whichever lot it is of") {
    auto old = tests::record(2, "A", "1");
    old.published_on = tests::day(2026, 1, 1);
    old.object = "Ancien objet";
    auto recent = tests::record(3, "A", "2");
    recent.published_on = tests::day(2026, 6, 1);
    recent.object = "Nouvel objet";
    CHECK(staged_rows({old, recent}, "SELECT object FROM staging.markets", 1) ==
          std::vector<std::string>{"Nouvel objet"});
    recent.line = 1;
    CHECK(staged_rows({recent, old}, "SELECT object FROM staging.markets", 1) ==
          std::vector<std::string>{"Nouvel objet"});
}

TEST_CASE("the département of each place is found, and forgotten for a place that tells none") {
    auto abroad = tests::record(3, "B");
    abroad.place_code = "Londres";
    auto region = tests::record(4, "C");
    region.place_code = "84";
    region.place_type = "Code région";
    CHECK(staged_rows({tests::record(2, "A"), abroad, region},
                      "SELECT place_code, department FROM staging.lots ORDER BY id",
                      2) == std::vector<std::string>{"57000|57", "Londres|-", "84|-"});
}

TEST_CASE("a record that names one holder twice gives it once") {
    auto record = tests::record(2, "A");
    record.holders = {{{}, "Bâtisseurs"}, {{}, "Peintres"}, {{}, "BATISSEURS"}};
    CHECK(staged_rows({record}, "SELECT h.rank, p.name FROM staging.holders h JOIN staging.parties p ON p.id = h.party",
                      2) == std::vector<std::string>{"1|Bâtisseurs", "2|Peintres"});
}

TEST_CASE("the digest of holders does not depend on their order, and tells sets apart") {
    const auto digest = [](const std::vector<std::string>& names) {
        auto record = tests::record(2, "A");
        record.holders.clear();
        for (const auto& name : names) record.holders.push_back({{}, name});
        return staged_rows({record}, "SELECT holders_digest FROM staging.lots", 1).front();
    };
    CHECK(digest({"A", "B"}) == digest({"B", "A"}));
    CHECK(digest({"A", "B"}) != digest({"A", "C"}));
    CHECK(digest({}) == "0");
}

TEST_CASE("organisations that only a lost duplicate named are not staged") {
    auto lost = tests::record(2, "A");
    lost.published_on = tests::day(2026, 1, 1);
    lost.holders = {{{}, "Perdants réunis"}};
    auto kept = tests::record(3, "A");
    kept.published_on = tests::day(2026, 2, 1);
    kept.holders = {{{}, "Bâtisseurs"}};
    CHECK(staged_rows({lost, kept}, "SELECT name FROM staging.parties ORDER BY id", 1) ==
          std::vector<std::string>{"Commune de Valbrume", "Bâtisseurs"});
}
