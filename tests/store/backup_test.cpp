// A backup made while others write, put back elsewhere, holds what the base held.
#include "clausier/store/backup.hpp"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <thread>

#include "clausier/store/pieces.hpp"
#include "clausier/store/settings.hpp"
#include "connection.hpp"
#include "sheets/scratch_folder.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using core::ErrorKind;
using store::Database;
using store::Overwrite;

namespace {

tests::Records some(int count) {
    tests::Records records;
    for (int i = 0; i < count; ++i)
        records.push_back(tests::record(static_cast<std::uint64_t>(i) + 2, "2026-" + std::to_string(i)));
    return records;
}

}  // namespace

TEST_CASE("a backup restored elsewhere is the same base, pieces included") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    Database database(path);
    tests::import(database, some(20));
    std::string hash;
    {
        std::ofstream(folder.path() / "original.xlsx") << "contenu";
        auto tx = database.write();
        hash = store::Pieces(tx, database.pieces_folder())
                   .add(folder.path() / "original.xlsx", "original.xlsx", tests::noon(21))
                   .hash;
        tx.commit();
    }
    CHECK(store::backup(database, folder.path() / "sauvegarde.sqlite").empty());
    CHECK(store::restore(folder.path() / "sauvegarde.sqlite", folder.path() / "ailleurs.sqlite").empty());
    Database restored(folder.path() / "ailleurs.sqlite");
    CHECK(tests::dump(restored) == tests::dump(database));
    CHECK(restored.integrity().empty());
    CHECK(tests::content_of(restored.pieces_folder() / hash) == "contenu");
}

TEST_CASE("a backup under a load of writes is one state of the base, sound and complete") {
    tests::ScratchFolder folder;
    Database database(folder.path() / "base.sqlite");
    tests::import(database, some(300));
    std::atomic<bool> stop{false};
    std::thread load([&] {
        for (int i = 0; !stop; ++i) {
            auto tx = database.write();
            store::Settings(tx).set("a" + std::to_string(i % 50), std::string(20'000, 'x'));
            store::Settings(tx).set("b" + std::to_string(i % 50), "x");
            tx.commit();
        }
    });
    for (int round = 0; round < 3; ++round)
        CHECK(store::backup(database, folder.path() / ("s" + std::to_string(round) + ".sqlite")).empty());
    stop = true;
    load.join();
    for (int round = 0; round < 3; ++round) {
        Database copy(folder.path() / ("s" + std::to_string(round) + ".sqlite"));
        CHECK(copy.integrity().empty());
        CHECK(tests::dump(copy) == tests::dump(database));
        auto tx = copy.read();
        CHECK(store::Settings(tx).all().size() % 2 == 0);
    }
}

TEST_CASE("a backup never writes over a file, and a restore only when told to") {
    tests::ScratchFolder folder;
    Database database(folder.path() / "base.sqlite");
    tests::import(database, some(2));
    const auto saved = folder.path() / "sauvegarde.sqlite";
    store::backup(database, saved);
    CHECK(tests::refusal([&] { store::backup(database, saved); }).kind() == ErrorKind::conflict);
    const auto target = folder.path() / "cible.sqlite";
    { Database other(target); }
    CHECK(tests::refusal([&] { store::restore(saved, target); }).kind() == ErrorKind::conflict);
    store::restore(saved, target, Overwrite::yes);
    Database restored(target);
    CHECK(tests::dump(restored) == tests::dump(database));
}

TEST_CASE("a base in use is not replaced under its users") {
    tests::ScratchFolder folder;
    Database database(folder.path() / "base.sqlite");
    tests::import(database, some(2));
    store::backup(database, folder.path() / "sauvegarde.sqlite");
    const auto error =
        tests::refusal([&] { store::restore(folder.path() / "sauvegarde.sqlite", database.path(), Overwrite::yes); });
    CHECK(error.kind() == ErrorKind::unavailable);
    CHECK(tests::dump(database).size() > 2);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "base.sqlite.restauration"));
}

TEST_CASE("what is no sound backup is refused, and the target stays as it was") {
    tests::ScratchFolder folder;
    const auto target = folder.path() / "cible.sqlite";
    {
        Database database(target);
        tests::import(database, some(50));
        store::backup(database, folder.path() / "bonne.sqlite");
    }
    const std::string before = tests::content_of(target);
    const auto refused = [&](const std::filesystem::path& from) {
        const auto error = tests::refusal([&] { store::restore(from, target, Overwrite::yes); });
        CHECK(tests::content_of(target) == before);
        CHECK(error.issues().front().where == from.string());
        return error.kind();
    };
    CHECK(refused(folder.path() / "absente.sqlite") == ErrorKind::not_found);
    std::ofstream(folder.path() / "texte.sqlite") << std::string(5000, 'x');
    CHECK(refused(folder.path() / "texte.sqlite") == ErrorKind::invalid);
    std::string broken = tests::content_of(folder.path() / "bonne.sqlite");
    for (std::size_t i = 32'768; i < broken.size(); i += 97) broken[i] = static_cast<char>(broken[i] ^ 0x55);
    std::ofstream(folder.path() / "abimee.sqlite", std::ios::binary) << broken;
    CHECK(refused(folder.path() / "abimee.sqlite") == ErrorKind::invalid);
    std::filesystem::copy_file(folder.path() / "bonne.sqlite", folder.path() / "future.sqlite");
    {
        store::Connection future(folder.path() / "future.sqlite", store::Access::write, 1s);
        future.script("PRAGMA user_version = 999");
    }
    CHECK(refused(folder.path() / "future.sqlite") == ErrorKind::conflict);
}

TEST_CASE("a broken base can be replaced by a backup") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    {
        Database database(path);
        tests::import(database, some(5));
        store::backup(database, folder.path() / "sauvegarde.sqlite");
    }
    std::ofstream(path, std::ios::binary) << std::string(10'000, 'x');
    store::restore(folder.path() / "sauvegarde.sqlite", path, Overwrite::yes);
    Database restored(path);
    CHECK(restored.integrity().empty());
    CHECK(tests::dump(restored).size() > 5);
}

TEST_CASE("a piece whose file is lost is told, and does not stop the rest") {
    tests::ScratchFolder folder;
    Database database(folder.path() / "base.sqlite");
    {
        std::ofstream(folder.path() / "original.xlsx") << "contenu";
        auto tx = database.write();
        store::Pieces(tx, database.pieces_folder())
            .add(folder.path() / "original.xlsx", "original.xlsx", tests::noon(21));
        tx.commit();
    }
    std::filesystem::remove_all(database.pieces_folder());
    const auto lost = store::backup(database, folder.path() / "sauvegarde.sqlite");
    REQUIRE(lost.size() == 1);
    CHECK(lost.front().where == "pièce « original.xlsx »");
    CHECK(store::restore(folder.path() / "sauvegarde.sqlite", folder.path() / "ailleurs.sqlite").size() == 1);
}

TEST_CASE("a piece whose content has changed is neither saved nor brought back, and a sound one replaces it") {
    tests::ScratchFolder folder;
    Database database(folder.path() / "base.sqlite");
    std::string hash;
    {
        std::ofstream(folder.path() / "original.xlsx") << "contenu";
        auto tx = database.write();
        hash = store::Pieces(tx, database.pieces_folder())
                   .add(folder.path() / "original.xlsx", "original.xlsx", tests::noon(21))
                   .hash;
        tx.commit();
    }
    CHECK(store::faulty_pieces(database).empty());
    CHECK(store::backup(database, folder.path() / "bonne.sqlite").empty());
    std::ofstream(database.pieces_folder() / hash) << "contenv";
    REQUIRE(store::faulty_pieces(database).size() == 1);
    CHECK(store::faulty_pieces(database).front().code == "piece_alteree");
    const auto lost = store::backup(database, folder.path() / "mauvaise.sqlite");
    REQUIRE(lost.size() == 1);
    CHECK(lost.front().code == "piece_alteree");
    CHECK_FALSE(std::filesystem::exists(folder.path() / "mauvaise.sqlite.pieces" / hash));
    const auto elsewhere = folder.path() / "ailleurs.sqlite";
    std::filesystem::create_directories(elsewhere.string() + ".pieces");
    std::ofstream(elsewhere.string() + ".pieces/" + hash) << "tron";
    CHECK(store::restore(folder.path() / "bonne.sqlite", elsewhere).empty());
    CHECK(tests::content_of(elsewhere.string() + ".pieces/" + hash) == "contenu");
}

TEST_CASE("what is amended in a restored base is in it when it takes its place, or the target stays as it was") {
    tests::ScratchFolder folder;
    const auto target = folder.path() / "cible.sqlite";
    {
        Database database(target);
        store::backup(database, folder.path() / "sauvegarde.sqlite");
    }
    const auto mark = [](Database& restored) {
        auto tx = restored.write();
        store::Settings(tx).set("marque", "oui");
        tx.commit();
    };
    const auto refuse = [&](Database& restored) {
        mark(restored);
        throw core::Error(ErrorKind::conflict, "", "non");
    };
    CHECK(tests::refusal([&] {
              store::restore(folder.path() / "sauvegarde.sqlite", target, Overwrite::yes, refuse);
          }).kind() == ErrorKind::conflict);
    const auto marked = [&] {
        Database database(target);
        auto tx = database.read();
        return store::Settings(tx).get("marque").has_value();
    };
    CHECK_FALSE(marked());
    store::restore(folder.path() / "sauvegarde.sqlite", target, Overwrite::yes, mark);
    CHECK(marked());
}
