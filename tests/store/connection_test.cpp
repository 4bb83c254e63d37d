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
