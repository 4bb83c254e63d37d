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

TEST_CASE("rows of one holder and version each make one lot: its first state, and its modifications") {
    auto initial = tests::record(2, "A");
    auto amended = tests::record(3, "A");
    amended.amount = core::Euros::whole(120'000);
    amended.published_on = tests::day(2026, 9, 1);
    amended.amended = domain::AmendedRow::yes;
    amended.added.modifications = R"([{"id":"1","montant":"120000.00"}])";
    auto again = amended;
    again.line = 4;
    const std::string sql = "SELECT line, amount_cents, modifications FROM staging.lots";
    const std::vector<std::string> expected = {R"(2|10000000|[{"id":"1","montant":"120000.00"}])"};
    CHECK(staged_rows({initial, amended, again}, sql, 3) == expected);
    const auto skips = [&](const tests::Records& records) {
        return staged_rows(records, "SELECT line, reason FROM staging.skips ORDER BY line", 2);
    };
    CHECK(skips({initial, amended, again}) == std::vector<std::string>{"4|doublon"});
    initial.line = 5;
    CHECK(staged_rows({amended, again, initial}, "SELECT line FROM staging.lots", 1) == std::vector<std::string>{"5"});
    CHECK(staged_rows({amended}, sql, 3) ==
          std::vector<std::string>{R"(3|12000000|[{"id":"1","montant":"120000.00"}])"});
}

TEST_CASE("a current row is a modification only of another row") {
    auto current = tests::record(2, "A");
    current.amended = domain::AmendedRow::beside_another;
    current.added.modifications = R"([{"montant":"100000.00"}])";
    auto first = tests::record(3, "A");
    first.amount = core::Euros::whole(90'000);
    const std::string sql = "SELECT amount_cents, modifications FROM staging.lots";
    CHECK(staged_rows({current}, sql, 2) == std::vector<std::string>{"10000000|"});
    CHECK(staged_rows({current, first}, sql, 2) == std::vector<std::string>{R"(9000000|[{"montant":"100000.00"}])"});
}

TEST_CASE("what rows add to the lists of one lot is put together, and makes another digest") {
    const auto row = [](std::uint64_t line, const std::string& number) {
        auto record = tests::record(line, "A");
        record.added.modifications = R"([{"id":")" + number + R"("}])";
        record.added.subcontracts = R"([{"id":"S"}])";
        return record;
    };
    const std::string sql = "SELECT modifications, subcontracts FROM staging.lots";
    CHECK(staged_rows({row(2, "2"), row(3, "1")}, sql, 2) ==
          std::vector<std::string>{R"([{"id":"1"},{"id":"2"}]|[{"id":"S"}])"});
    const auto digest = [](const tests::Records& records) {
        return staged_rows(records, "SELECT digest FROM staging.lots", 1);
    };
    CHECK(digest({row(2, "1")}) != digest({row(2, "1"), row(3, "2")}));
    CHECK(digest({row(2, "1"), row(3, "2")}) == digest({row(4, "1"), row(5, "2")}));
    CHECK(staged_rows({row(2, "1"), row(3, "2")}, "SELECT line FROM staging.skips", 1).empty());
}

TEST_CASE("of two records published the same day, the one whose essential data say more stands") {
    auto full = tests::record(2, "A");
    full.published_on = tests::day(2026, 9, 1);
    full.essential = tests::full_essential_data();
    auto bare = tests::record(3, "A");
    bare.published_on = full.published_on;
    const std::string sql = "SELECT l.line, (SELECT group_concat(k.line) FROM staging.skips k) FROM staging.lots l";
    CHECK(staged_rows({full, bare}, sql, 2) == std::vector<std::string>{"2|3"});
    bare.published_on = tests::day(2026, 9, 2);
    CHECK(staged_rows({full, bare}, sql, 2) == std::vector<std::string>{"3|2"});
}

TEST_CASE("rows of one contract that differ by essential data alone name its holders together") {
    auto full = tests::record(2, "A");
    full.essential.ccag = "Travaux";
    auto bare = tests::record(3, "A");
    bare.holders = {{{}, "Peintres"}};
    const std::string sql =
        "SELECT l.ccag, (SELECT count(*) FROM staging.holders), (SELECT count(*) FROM staging.skips) FROM staging.lots "
        "l";
    CHECK(staged_rows({full, bare}, sql, 3) == std::vector<std::string>{"Travaux|2|0"});
    bare.line = 1;
    CHECK(staged_rows({bare, full}, sql, 3) == std::vector<std::string>{"Travaux|2|0"});
    auto again = full;
    again.line = 4;
    again.essential.ccag = "Pas de CCAG";
    CHECK(staged_rows({full, again}, sql, 3) == std::vector<std::string>{"Pas de CCAG|1|1"});
}

TEST_CASE("one PME among the holders is enough, and makes no row another content") {
    const auto row = [](std::uint64_t line, const std::string& name, bool sme) {
        auto record = tests::record(line, "A");
        record.holders = {{{}, name}};
        record.essential.holder_sme = sme;
        return record;
    };
    const std::string sql =
        "SELECT l.holder_sme, (SELECT count(*) FROM staging.holders), (SELECT count(*) FROM staging.skips) "
        "FROM staging.lots l";
    CHECK(staged_rows({row(2, "Grand", false), row(3, "Petit", true), row(4, "Moyen", false)}, sql, 3) ==
          std::vector<std::string>{"1|3|0"});
    CHECK(staged_rows({row(2, "Grand", false), row(3, "Moyen", false)}, sql, 3) == std::vector<std::string>{"0|2|0"});
}
