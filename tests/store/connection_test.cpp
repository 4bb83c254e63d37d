// The driver's faults become refusals a person can read, and its functions know French.
#include "connection.hpp"

#include <sqlite3.h>

#include <catch2/catch_test_macros.hpp>

#include "store/tenders.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using core::ErrorKind;

TEST_CASE("each fault of the driver has its kind") {
    const auto kind_of = [](int code) {
        return tests::refusal([&] { store::refuse(SQLite::Exception("fault", code)); }).kind();
    };
    CHECK(kind_of(SQLITE_BUSY) == ErrorKind::unavailable);
    CHECK(kind_of(SQLITE_LOCKED) == ErrorKind::unavailable);
    CHECK(kind_of(SQLITE_FULL) == ErrorKind::unavailable);
    CHECK(kind_of(SQLITE_IOERR) == ErrorKind::unavailable);
    CHECK(kind_of(SQLITE_CANTOPEN) == ErrorKind::unavailable);
    CHECK(kind_of(SQLITE_READONLY) == ErrorKind::unavailable);
    CHECK(kind_of(SQLITE_NOTADB) == ErrorKind::invalid);
    CHECK(kind_of(SQLITE_CORRUPT) == ErrorKind::invalid);
    CHECK(kind_of(SQLITE_CONSTRAINT) == ErrorKind::invalid);
}

TEST_CASE("what a person reads of a fault is French, says what to do, and has none of the driver's words") {
    const auto said = [](int code) {
        return std::string(tests::refusal([&] { store::refuse(SQLite::Exception("disk I/O error", code)); }).what());
    };
    for (const int code : {SQLITE_BUSY, SQLITE_FULL, SQLITE_NOTADB, SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY,
                           SQLITE_NOMEM, SQLITE_CONSTRAINT, SQLITE_TOOBIG}) {
        INFO(code);
        CHECK(said(code).find("disk") == std::string::npos);
        CHECK(said(code).find(';') != std::string::npos);
    }
    CHECK(said(SQLITE_CANTOPEN) != said(SQLITE_IOERR));
    CHECK(said(SQLITE_IOERR).ends_with("(code 10)"));
    store::Connection connection(":memory:", store::Access::create, 1s);
    connection.script("CREATE TABLE t (x INTEGER UNIQUE CHECK (x > 0))");
    connection.script("INSERT INTO t VALUES (1)");
    const auto refused = [&](const char* sql) {
        return std::string(tests::refusal([&] { connection.script(sql); }).what());
    };
    CHECK(refused("INSERT INTO t VALUES (1)").find("existe déjà") != std::string::npos);
    CHECK(refused("INSERT INTO t VALUES (0)").find("CHECK") == std::string::npos);
}

TEST_CASE("a wrong statement is a fault of ours, not an answer to the user") {
    store::Connection connection(":memory:", store::Access::create, 1s);
    CHECK_THROWS_AS(connection.script("SELECT nothing FROM nowhere"), std::logic_error);
}

TEST_CASE("fold() in a query passes over accents and case, and keeps what is absent absent") {
    store::Connection connection(":memory:", store::Access::create, 1s);
    store::Statement row(connection.take("SELECT fold('Réfection de l''École'), fold(NULL)"));
    REQUIRE(row.step());
    CHECK(row.text(0) == "refection de l ecole");
    CHECK(row.is_null(1));
}

TEST_CASE("a connection that refuses writes allows them again") {
    store::Connection connection(":memory:", store::Access::create, 1s);
    connection.refuse_writes(true);
    CHECK(tests::refusal([&] { connection.script("CREATE TABLE t (x)"); }).kind() == ErrorKind::unavailable);
    connection.refuse_writes(false);
    connection.script("CREATE TABLE t (x)");
    CHECK_FALSE(connection.in_transaction());
    connection.script("BEGIN");
    CHECK(connection.in_transaction());
    connection.roll_back();
    CHECK_FALSE(connection.in_transaction());
}
