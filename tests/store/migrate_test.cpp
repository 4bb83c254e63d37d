// A base comes to the program's schema step by step, whole or not at all, and never backwards.
#include "clausier/store/migrate.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"
#include "clausier/store/database.hpp"
#include "sheets/scratch_folder.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using store::Database;
using store::Migration;

namespace {

constexpr std::string_view first_sql = "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a (x) VALUES (1)";
constexpr std::string_view second_sql = "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO b SELECT x + 1 FROM a";
constexpr std::string_view broken_sql = "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO b VALUES ('pas un nombre')";

store::DatabaseOptions with(std::vector<Migration> steps) {
    store::DatabaseOptions options;
    options.steps = std::move(steps);
    return options;
}

const Migration first{1, "001_a", first_sql};
const Migration second{2, "002_b", second_sql};

int version(Database& database) {
    auto tx = database.read();
    return store::schema_version(tx);
}

}  // namespace

TEST_CASE("the program's own steps are numbered from 1 without gaps") {
    const auto steps = store::migrations();
    REQUIRE_FALSE(steps.empty());
    CHECK(steps.front().name == "001_base");
    for (std::size_t i = 0; i < steps.size(); ++i) CHECK(steps[i].number == static_cast<int>(i) + 1);
}

TEST_CASE("from nothing, a base takes every step; opened again, none") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    {
        Database database(path, with({first, second}));
        CHECK(version(database) == 2);
        auto tx = database.read();
        CHECK(tx.value<int>("SELECT x FROM b") == 2);
    }
    Database again(path, with({first, second}));
    auto tx = again.read();
    CHECK(tx.value<int>("SELECT count(*) FROM b") == 1);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "base.sqlite.avant-001"));
}

TEST_CASE("before the first step on a base that holds something, a copy of it is made") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    { Database old(path, with({first})); }
    Database now(path, with({first, second}));
    CHECK(version(now) == 2);
    Database copy(folder.path() / "base.sqlite.avant-002", with({first}));
    CHECK(version(copy) == 1);
    auto tx = copy.read();
    CHECK(tx.value<int>("SELECT x FROM a") == 1);
}

TEST_CASE("a step that fails leaves the base as it was, to the last table") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    { Database old(path, with({first})); }
    CHECK_THROWS_AS(Database(path, with({first, {2, "002_b", broken_sql}})), core::Error);
    Database after(path, with({first}));
    CHECK(version(after) == 1);
    auto tx = after.read();
    CHECK(tx.value<int>("SELECT count(*) FROM sqlite_schema WHERE name = 'b'") == 0);
}

TEST_CASE("a base from a newer program is refused, and not touched") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    { Database newer(path, with({first, second})); }
    const auto error = tests::refusal([&] { Database older(path, with({first})); });
    CHECK(error.kind() == core::ErrorKind::conflict);
    CHECK(error.issues().front().text.find("plus récente") != std::string::npos);
    Database newer(path, with({first, second}));
    CHECK(version(newer) == 2);
}
