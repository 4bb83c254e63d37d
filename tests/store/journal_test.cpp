// The journal is a chain: whoever alters, removes or cuts a row is found out.
#include "clausier/store/journal.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using Kind = store::JournalBreak::Kind;

namespace {

void fill(store::Transaction& tx) {
    store::Journal journal(tx);
    for (unsigned i = 1; i <= 5; ++i)
        journal.append({tests::noon(i), "compte/1", "import.appliquer", "import/" + std::to_string(i), "lues=3"});
}

}  // namespace

TEST_CASE("an untouched journal holds, and lists the newest row first") {
    store::Database database(":memory:");
    auto tx = database.write();
    store::Journal journal(tx);
    CHECK_FALSE(journal.verify().has_value());
    fill(tx);
    CHECK_FALSE(journal.verify().has_value());
    const auto rows = journal.list(2, 1);
    REQUIRE(rows.size() == 2);
    CHECK(rows.front().id == 4);
    CHECK(rows.front().entry.subject == "import/4");
}

TEST_CASE("an altered row is named, whichever of its columns was altered") {
    for (const char* column : {"at = '2026-11-03T12:00:01Z'", "at = 'hier'", "actor = 'compte/2'", "action = 'x'",
                               "subject = 'x'", "detail = 'lues=4'", "previous_hash = ''"}) {
        store::Database database(":memory:");
        auto tx = database.write();
        fill(tx);
        tx.run(std::string("UPDATE journal SET ") + column + " WHERE id = 3");
        const auto found = store::Journal(tx).verify();
        INFO(column);
        REQUIRE(found.has_value());
        CHECK(found->kind == Kind::altered);
        CHECK(found->id == 3);
    }
}

TEST_CASE("a row rewritten with a hash of its own breaks the chain at the next one") {
    store::Database database(":memory:");
    auto tx = database.write();
    fill(tx);
    tx.run("UPDATE journal SET detail = 'lues=4', hash = ? WHERE id = 3", std::string(64, '0'));
    CHECK(store::Journal(tx).verify().has_value());
}

TEST_CASE("a missing row is named, in the middle, at the beginning and at the end") {
    for (const std::int64_t gone : {1, 3, 5}) {
        store::Database database(":memory:");
        auto tx = database.write();
        fill(tx);
        tx.run("DELETE FROM journal WHERE id = ?", gone);
        const auto found = store::Journal(tx).verify();
        REQUIRE(found.has_value());
        CHECK(found->kind == Kind::missing);
        CHECK(found->id == gone);
    }
}

TEST_CASE("text moved from one field to the next does not pass for the same row") {
    store::Database database(":memory:");
    auto tx = database.write();
    store::Journal(tx).append({tests::noon(1), "compte/1", "ab", "c", ""});
    tx.run("UPDATE journal SET action = 'a', subject = 'bc'");
    CHECK(store::Journal(tx).verify().has_value());
}

TEST_CASE("a purge leaves an anchor from which the chain still holds, and still tells") {
    store::Database database(":memory:");
    auto tx = database.write();
    fill(tx);
    store::Journal journal(tx);
    CHECK(journal.purge(tests::noon(3)) == 2);
    CHECK(journal.purge(tests::noon(3)) == 0);
    CHECK_FALSE(journal.verify().has_value());
    CHECK(journal.purge(tests::noon(30)) == 2);
    CHECK(journal.list(10).size() == 1);
    journal.append({tests::noon(9), "compte/1", "x", "y", ""});
    CHECK_FALSE(journal.verify().has_value());
    tx.run("DELETE FROM journal WHERE id = 5");
    CHECK(journal.verify()->id == 5);
}
