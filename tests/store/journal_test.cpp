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

TEST_CASE("the journal is searched by action, actor, subject and days") {
    store::Database database(":memory:");
    auto tx = database.write();
    store::Journal journal(tx);
    journal.append({tests::noon(1), "compte/1", "import.appliquer", "import/1", ""});
    journal.append({tests::noon(2), "compte/12", "import.annuler", "import/1", ""});
    journal.append({tests::noon(3), "cli", "importance.x", "import/12", ""});
    const auto found = [&](domain::JournalFilter filter) {
        std::string out;
        for (const auto& row : journal.find(filter).rows) out += std::to_string(row.id);
        return out;
    };
    CHECK(found({}) == "321");
    CHECK(found({.action = "import"}) == "21");
    CHECK(found({.action = "import.annuler"}) == "2");
    CHECK(found({.actor = "compte/1"}) == "1");
    CHECK(found({.actor = "compte"}) == "21");
    CHECK(found({.subject = "import/1"}) == "21");
    CHECK(found({.from = tests::noon(2)}) == "32");
    CHECK(found({.until = tests::noon(2)}) == "1");
    CHECK(found({.action = "%"}).empty());
    domain::JournalFilter second;
    second.limit = 1;
    second.offset = 1;
    CHECK(found(second) == "2");
    CHECK(journal.find(second).total == 3);
    CHECK(journal.actions() == std::vector<std::string>{"import.annuler", "import.appliquer", "importance.x"});
}

TEST_CASE("a check tells how much was read, what purges took, and still lists a row whose instant was altered") {
    store::Database database(":memory:");
    auto tx = database.write();
    fill(tx);
    store::Journal journal(tx);
    journal.purge(tests::noon(3));
    auto check = journal.check();
    CHECK(check.holds());
    CHECK(check.rows == 3);
    CHECK(check.purged == 2);
    CHECK(check.first->id == 3);
    CHECK(check.last->hash == journal.list(1).front().hash);
    tx.run("UPDATE journal SET at = 'hier' WHERE id = 4");
    check = journal.check();
    REQUIRE(check.fault.has_value());
    CHECK(check.fault->id == 4);
    CHECK(journal.find({}).rows.at(1).entry.at == core::Instant{});
}
