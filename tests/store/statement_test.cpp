// Values go into columns and come back the same, whatever their type.
#include "clausier/store/statement.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using store::Database;

namespace {

template <class T>
T through(store::Transaction& tx, const T& value) {
    return tx.value<T>("SELECT ?", value);
}

}  // namespace

TEST_CASE("every type comes back as it went in") {
    Database database(":memory:");
    auto tx = database.read();
    CHECK(through(tx, std::int64_t{-9'007'199'254'740'993}) == -9'007'199'254'740'993);
    CHECK(through(tx, true));
    CHECK(through(tx, std::string("l'été à « Valbrume »")) == "l'été à « Valbrume »");
    CHECK(through(tx, std::string("a\0b", 3)) == std::string("a\0b", 3));
    CHECK(through(tx, core::Euros::of(123'456)) == core::Euros::of(123'456));
    CHECK(through(tx, core::Hours::of(-50)) == core::Hours::of(-50));
    CHECK(through(tx, core::Rate::of(500)) == core::Rate::of(500));
    CHECK(through(tx, tests::day(2024, 2, 29)) == tests::day(2024, 2, 29));
    CHECK(through(tx, tests::noon(21)) == tests::noon(21));
    CHECK(through(tx, domain::Id<int>{7}) == domain::Id<int>{7});
    CHECK(through(tx, std::optional<core::Euros>{}) == std::nullopt);
    CHECK(through(tx, std::optional{core::Euros::of(1)}) == core::Euros::of(1));
}

TEST_CASE("dates and instants stand in the database as ISO texts, so that they sort and read") {
    Database database(":memory:");
    auto tx = database.read();
    CHECK(tx.value<std::string>("SELECT ?", tests::day(2026, 3, 1)) == "2026-03-01");
    CHECK(tx.value<std::string>("SELECT ?", tests::noon(21)) == "2026-11-21T12:00:00Z");
    CHECK(tx.value<std::string>("SELECT ?", domain::OrganisationKind::social_landlord) == "bailleur_social");
}

TEST_CASE("an instant that is none is refused, never guessed") {
    for (const char* text : {"2026-11-21", "2026-11-21T25:00:00Z", "2026-11-21 12:00:00Z", "2026-11-21T12:00:0xZ", ""})
        CHECK(tests::refusal([&] { store::read_instant(text); }).kind() == core::ErrorKind::invalid);
}

TEST_CASE("a statement run again forgets the values of the first time") {
    Database database(":memory:");
    auto tx = database.write();
    tx.script("CREATE TEMP TABLE t (a TEXT, b TEXT)");
    auto insert = tx.query("INSERT INTO t (a, b) VALUES (?, ?)");
    insert.bind_text(1, "x");
    insert.bind_text(2, "y");
    CHECK(insert.run() == 1);
    insert.bind_text(1, "z");
    insert.run();
    CHECK(tests::rows(tx, "SELECT a, b FROM t ORDER BY a", 2) == std::vector<std::string>{"x|y", "z|-"});
}

TEST_CASE("the same query can be stepped through inside itself") {
    Database database(":memory:");
    auto tx = database.read();
    const std::string two = "SELECT 1 UNION ALL SELECT 2 ORDER BY 1";
    int pairs = 0;
    for (auto outer = tx.query(two); outer.step();)
        for (auto inner = tx.query(two); inner.step();) ++pairs;
    CHECK(pairs == 4);
}
