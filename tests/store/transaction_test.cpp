// Everything in a transaction happens, or nothing does.
#include "clausier/store/transaction.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/settings.hpp"
#include "sheets/scratch_folder.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using store::Database;
using store::Settings;

TEST_CASE("what is not committed is not kept") {
    Database database(":memory:");
    {
        auto tx = database.write();
        Settings(tx).set("nom", "Valbrume");
    }
    {
        auto tx = database.read();
        CHECK_FALSE(Settings(tx).get("nom").has_value());
    }
    {
        auto tx = database.write();
        Settings(tx).set("nom", "Valbrume");
        tx.commit();
    }
    auto tx = database.read();
    CHECK(Settings(tx).get("nom") == "Valbrume");
}

TEST_CASE("an exception halfway leaves nothing behind, and the next writer can write") {
    Database database(":memory:");
    CHECK_THROWS_AS(
        [&] {
            auto tx = database.write();
            Settings(tx).set("nom", "Valbrume");
            throw std::runtime_error("power cut");
        }(),
        std::runtime_error);
    auto tx = database.write();
    CHECK(Settings(tx).all().empty());
}

TEST_CASE("a reader sees one state throughout, whatever is written meanwhile") {
    tests::ScratchFolder folder;
    Database database(folder.path() / "base.sqlite");
    auto reader = database.read();
    CHECK(Settings(reader).all().empty());
    {
        auto tx = database.write();
        Settings(tx).set("nom", "Valbrume");
        tx.commit();
    }
    CHECK(Settings(reader).all().empty());
    auto later = database.read();
    CHECK(Settings(later).get("nom") == "Valbrume");
}

TEST_CASE("a read transaction cannot write") {
    tests::ScratchFolder folder;
    Database file(folder.path() / "base.sqlite");
    Database memory(":memory:");
    for (Database* database : {&file, &memory}) {
        auto tx = database->read();
        CHECK(tests::refusal([&] { Settings(tx).set("nom", "x"); }).kind() == core::ErrorKind::unavailable);
    }
}

TEST_CASE("the ids of a table are never given again") {
    Database database(":memory:");
    auto tx = database.write();
    CHECK(tx.last_id("operations") == 0);
    tx.run("INSERT INTO operations (name) VALUES ('Lycée')");
    tx.run("DELETE FROM operations");
    CHECK(tx.last_id("operations") == 1);
}

TEST_CASE("a duplicate key is a conflict and a value out of bounds is invalid, in French") {
    Database database(":memory:");
    auto tx = database.write();
    tx.run("INSERT INTO operations (name) VALUES ('Lycée')");
    const auto twice = tests::refusal([&] { tx.run("INSERT INTO operations (name) VALUES ('Lycée')"); });
    CHECK(twice.kind() == core::ErrorKind::conflict);
    const auto empty = tests::refusal([&] { tx.run("INSERT INTO operations (name) VALUES ('')"); });
    CHECK(empty.kind() == core::ErrorKind::invalid);
    CHECK(empty.issues().front().sentence().find("corrigez-la") != std::string::npos);
    const auto orphan =
        tests::refusal([&] { tx.run("INSERT INTO lot_holders (lot_id, rank, organisation_id) VALUES (1, 1, 1)"); });
    CHECK(orphan.kind() == core::ErrorKind::conflict);
}
