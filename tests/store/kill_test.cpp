// A program killed at any moment loses nothing that it had acknowledged, and leaves no half import.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <functional>
#include <random>

#include "clausier/store/journal.hpp"
#include "connection.hpp"
#include "sheets/scratch_folder.hpp"
#include "store/tenders.hpp"

using namespace clausier;

namespace {

constexpr int lots_per_import = 40;

tests::Records batch(int number) {
    tests::Records records;
    for (int i = 0; i < lots_per_import; ++i)
        records.push_back(tests::record(static_cast<std::uint64_t>(i) + 2, std::to_string(number), std::to_string(i)));
    return records;
}

// Imports one batch after the other, telling each one's number once it is committed.
[[noreturn]] void import_until_killed(const std::filesystem::path& path, int first, int acknowledge) {
    store::Database database(path);
    for (int number = first;; ++number) {
        tests::import(database, batch(number));
        if (::write(acknowledge, &number, sizeof number) != sizeof number) ::_exit(1);
    }
}

// Starts a child that does `work`, kills it after a while.
void kill_during(const std::function<void()>& work, std::chrono::microseconds after) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        work();
        ::_exit(0);
    }
    ::usleep(static_cast<useconds_t>(after.count()));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

// Runs imports in a child and kills it; gives the number of the last batch it acknowledged, or `first` - 1.
int run_and_kill(const std::filesystem::path& path, int first, std::chrono::microseconds after) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    kill_during([&] { import_until_killed(path, first, ends[1]); }, after);
    ::close(ends[1]);
    int last = first - 1;
    int number = 0;
    while (::read(ends[0], &number, sizeof number) == sizeof number) last = number;
    ::close(ends[0]);
    return last;
}

int rounds() { return std::getenv("CLAUSIER_LONG") != nullptr ? 200 : 10; }

}  // namespace

TEST_CASE("kill -9 during a migration: the base is the old one or the new one, never between") {
    tests::ScratchFolder folder;
    std::mt19937 random(7);
    std::uniform_int_distribution<int> microseconds(0, 12'000);
    store::DatabaseOptions only_first;
    only_first.steps = {{1, "001_a", "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a (x) VALUES (1)"}};
    store::DatabaseOptions both = only_first;
    both.steps.push_back(
        {2, "002_b", "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO b SELECT x FROM a; DROP TABLE a"});
    for (int round = 0; round < rounds(); ++round) {
        const auto path = folder.path() / (std::to_string(round) + ".sqlite");
        { store::Database old(path, only_first); }
        kill_during([&] { store::Database database(path, both); }, std::chrono::microseconds(microseconds(random)));
        store::Connection raw(path, store::Access::write, std::chrono::seconds(1));
        store::Statement found(
            raw.take("SELECT group_concat(name), (SELECT user_version FROM pragma_user_version) FROM sqlite_schema"));
        REQUIRE(found.step());
        CHECK(found.text(0) == (found.integer(1) == 1 ? "a" : "b"));
    }
}

TEST_CASE("kill -9 during imports: all that was acknowledged is there, whole, and the base is sound") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    std::mt19937 random(20261121);
    std::uniform_int_distribution<int> microseconds(2'000, 120'000);
    int acknowledged = 0;
    int patience = 1;                // grows while a busy machine acknowledges nothing in time
    { store::Database made(path); }  // a slow machine would spend every round on it
    for (int round = 0; round < rounds(); ++round) {
        const int first = acknowledged + 1;
        const int last = run_and_kill(path, first, std::chrono::microseconds(microseconds(random)) * patience);
        patience = last < first ? std::min(2 * patience, 64) : 1;
        store::Database database(path);
        REQUIRE(database.integrity().empty());
        auto tx = database.read();
        const auto whole = tx.value<std::int64_t>(
            "SELECT count(*) FROM (SELECT market_id FROM lots GROUP BY market_id HAVING count(*) = 40) AS markets");
        const auto markets = tx.value<std::int64_t>("SELECT count(*) FROM markets");
        CHECK(whole == markets);
        // One batch may have been committed and not yet acknowledged.
        REQUIRE(markets >= last);
        REQUIRE(markets <= last + 1);
        CHECK_FALSE(store::Journal(tx).verify().has_value());
        acknowledged = static_cast<int>(markets);
    }
    CHECK(acknowledged > 0);
}
