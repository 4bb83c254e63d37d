// A database opens, refuses what is not one, waits its turn, and says so in French when it cannot.
#include "clausier/store/database.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <thread>

#include "clausier/store/settings.hpp"
#include "connection.hpp"
#include "sheets/scratch_folder.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using store::Database;
using store::Settings;
using tests::refusal;

namespace {

void set(Database& database, const std::string& key, const std::string& value) {
    auto tx = database.write();
    Settings(tx).set(key, value);
    tx.commit();
}

}  // namespace

TEST_CASE("a new base is created, sound, and durable at each commit") {
    tests::ScratchFolder folder;
    Database database(folder.path() / "base.sqlite");
    CHECK(database.integrity().empty());
    auto tx = database.read();
    CHECK(tx.value<std::string>("PRAGMA journal_mode") == "wal");
    CHECK(tx.value<int>("PRAGMA synchronous") == 2);
    CHECK(tx.value<int>("PRAGMA foreign_keys") == 1);
}

TEST_CASE("what was committed is there when the base is opened again") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    {
        Database database(path);
        set(database, "nom", "Valbrume");
    }
    Database again(path);
    auto tx = again.read();
    CHECK(Settings(tx).get("nom") == "Valbrume");
}

TEST_CASE("a base that must exist is not created") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "absente.sqlite";
    store::DatabaseOptions options;
    options.must_exist = true;
    CHECK(refusal([&] { Database(path, options); }).kind() == core::ErrorKind::not_found);
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a file that is no base is refused by its name and left as it is") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "marches.csv";
    const std::string content(5000, 'x');
    std::ofstream(path, std::ios::binary) << content;
    const auto error = refusal([&] { Database database(path); });
    CHECK(error.kind() == core::ErrorKind::invalid);
    CHECK(error.issues().front().where == path.string());
    CHECK(error.issues().front().text.find("n’est pas une base clausier") != std::string::npos);
    CHECK(tests::content_of(path) == content);
}

TEST_CASE("another program's SQLite base is refused") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "autre.sqlite";
    {
        store::Connection other(path, store::Access::create, 1s);
        other.script("CREATE TABLE photos (id INTEGER)");
    }
    const auto error = refusal([&] { Database database(path); });
    CHECK(error.kind() == core::ErrorKind::invalid);
    CHECK(error.issues().front().text.find("autre logiciel") != std::string::npos);
}

TEST_CASE("a folder that does not exist makes the base unavailable") {
    CHECK(refusal([] { Database database("/nulle/part/base.sqlite"); }).kind() == core::ErrorKind::unavailable);
}

TEST_CASE("when another program holds the base, writing waits, then says so; reading goes on") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    store::DatabaseOptions options;
    options.busy_timeout = 50ms;
    Database database(path, options);
    store::Connection other(path, store::Access::write, 1s);
    other.script("BEGIN EXCLUSIVE");
    const auto error = refusal([&] { set(database, "nom", "x"); });
    CHECK(error.kind() == core::ErrorKind::unavailable);
    CHECK(error.issues().front().text == "La base est occupée par un autre travail ; réessayez dans un instant.");
    {
        auto tx = database.read();
        CHECK(Settings(tx).all().empty());
    }
    other.script("COMMIT");
    set(database, "nom", "Valbrume");
    auto tx = database.read();
    CHECK(Settings(tx).get("nom") == "Valbrume");
}

TEST_CASE("two writers of one program take turns, the second waits no longer than it was told") {
    tests::ScratchFolder folder;
    store::DatabaseOptions options;
    options.busy_timeout = 50ms;
    Database database(folder.path() / "base.sqlite", options);
    auto first = database.write();
    core::ErrorKind kind{};
    std::thread([&] { kind = refusal([&] { set(database, "nom", "x"); }).kind(); }).join();
    CHECK(kind == core::ErrorKind::unavailable);
    CHECK_THROWS_AS(database.write(), std::logic_error);
    Settings(first).set("nom", "premier");
    first.commit();
}

TEST_CASE("fifty writers at once all succeed") {
    tests::ScratchFolder folder;
    Database database(folder.path() / "base.sqlite");
    std::vector<std::thread> writers;
    writers.reserve(50);
    for (int i = 0; i < 50; ++i) writers.emplace_back([&, i] { set(database, "cle" + std::to_string(i), "x"); });
    for (auto& writer : writers) writer.join();
    auto tx = database.read();
    CHECK(Settings(tx).all().size() == 50);
}

TEST_CASE("a full disk refuses the write, keeps what there was, and goes on once there is room") {
    tests::ScratchFolder folder;
    Database database(folder.path() / "base.sqlite");
    set(database, "nom", "Valbrume");
    {
        auto tx = database.write();
        tx.script("PRAGMA max_page_count = 1");  // no more than it has now
        const auto error = refusal([&] { Settings(tx).set("texte", std::string(100'000, 'x')); });
        CHECK(error.kind() == core::ErrorKind::unavailable);
        CHECK(error.issues().front().text.find("disque est plein") != std::string::npos);
        tx.script("PRAGMA max_page_count = 1000000");
    }
    CHECK(database.integrity().empty());
    {
        auto tx = database.read();
        CHECK(Settings(tx).all().size() == 1);
    }
    set(database, "texte", std::string(100'000, 'x'));
    auto tx = database.read();
    CHECK(Settings(tx).all().size() == 2);
}

TEST_CASE("a base in memory holds no files and only one transaction at a time") {
    Database database(":memory:");
    CHECK(database.in_memory());
    CHECK(database.pieces_folder().empty());
    auto tx = database.read();
    CHECK_THROWS_AS(database.read(), std::logic_error);
}

TEST_CASE("a copy made while others write holds one state") {
    tests::ScratchFolder folder;
    Database database(folder.path() / "base.sqlite");
    set(database, "avant", std::string(2'000'000, 'a'));
    bool written = false;
    database.copy_to(folder.path() / "copie.sqlite", [&](std::uint64_t done, std::uint64_t total) {
        CHECK(done <= total);
        if (!written) set(database, "pendant", "x");
        return written = true;
    });
    CHECK(written);
    Database copy(folder.path() / "copie.sqlite");
    CHECK(copy.integrity().empty());
    auto tx = copy.read();
    CHECK(Settings(tx).all().size() == 1);
}

TEST_CASE("a copy that is cancelled leaves no file") {
    tests::ScratchFolder folder;
    Database database(folder.path() / "base.sqlite");
    CHECK(refusal([&] { database.copy_to(folder.path() / "copie.sqlite", [](auto, auto) { return false; }); }).kind() ==
          core::ErrorKind::invalid);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "copie.sqlite"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "copie.sqlite.partiel"));
}

TEST_CASE("read only: what is there is read, nothing is written, and what another program writes shows") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    store::DatabaseOptions only;
    only.read_only = true;
    CHECK(refusal([&] { Database database(path, only); }).kind() == core::ErrorKind::not_found);
    CHECK_FALSE(std::filesystem::exists(path));
    {
        Database database(path);
        set(database, "avant", "1");
    }
    const std::string before = tests::content_of(path);
    {
        Database database(path, only);
        CHECK(database.read_only());
        CHECK(refusal([&] { set(database, "après", "2"); }).kind() == core::ErrorKind::unavailable);
        auto tx = database.read();
        CHECK(Settings(tx).get("avant") == "1");
    }
    CHECK(tests::content_of(path) == before);
    Database writer(path);
    Database reader(path, only);
    set(writer, "pendant", "3");
    auto tx = reader.read();
    CHECK(Settings(tx).get("pendant") == "3");
}

TEST_CASE("read only: a base that a step would change is refused as it is") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    store::DatabaseOptions older;
    older.steps.pop_back();
    { Database database(path, older); }
    store::DatabaseOptions only;
    only.read_only = true;
    const std::string before = tests::content_of(path);
    CHECK(refusal([&] { Database database(path, only); }).kind() == core::ErrorKind::conflict);
    CHECK(tests::content_of(path) == before);
}

TEST_CASE("a file broken in its middle is refused when its pages are checked, before any step") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "base.sqlite";
    store::DatabaseOptions older;
    older.steps.pop_back();
    {
        Database database(path, older);
        set(database, "texte", std::string(500'000, 'x'));
    }
    store::DatabaseOptions checked;
    checked.check_pages = true;
    const auto sound = folder.path() / "saine.sqlite";
    std::filesystem::copy_file(path, sound);
    { Database database(sound, checked); }
    std::string bytes = tests::content_of(path);
    constexpr std::size_t past_the_head = 16'384;
    for (std::size_t i = past_the_head; i < bytes.size(); i += 97) bytes[i] = static_cast<char>(bytes[i] ^ 0x55);
    std::ofstream(path, std::ios::binary) << bytes;
    const auto error = refusal([&] { Database database(path, checked); });
    CHECK(error.kind() == core::ErrorKind::invalid);
    CHECK(error.issues().front().text.find("restaur") != std::string::npos);
    CHECK(tests::content_of(path) == bytes);
}
