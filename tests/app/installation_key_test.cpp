// The key of an installation stands beside its base, for its owner alone, and stays the same.
#include "clausier/app/installation_key.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "sheets/scratch_folder.hpp"
#include "support/refusal.hpp"

using namespace clausier;
namespace fs = std::filesystem;

TEST_CASE("the key is made at need, readable by its owner alone, and the same ever after") {
    tests::ScratchFolder folder;
    const fs::path path = folder.path() / "base.sqlite";
    std::string key;
    {
        store::Database base(path);
        CHECK_FALSE(fs::exists(app::key_file(base)));
        key = app::installation_key(base, "personnes");
        CHECK(key.size() == 64);
        CHECK(app::installation_key(base, "codes") != key);
        CHECK(app::key_file(base) == folder.path() / "base.sqlite.cle");
        CHECK(fs::status(app::key_file(base)).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    }
    store::Database again(path);
    CHECK(app::installation_key(again, "personnes") == key);
    store::Database other(folder.path() / "autre.sqlite");
    CHECK(app::installation_key(other, "personnes") != key);
    // Nothing is left of how it was made.
    for (const auto& entry : fs::directory_iterator(folder.path()))
        CHECK(entry.path().filename().string().find(".cle.") == std::string::npos);
}

TEST_CASE("a key open to others, or that is none, is refused with what to do") {
    tests::ScratchFolder folder;
    store::Database base(folder.path() / "base.sqlite");
    static_cast<void>(app::installation_key(base, "x"));
    const auto refused = [&] { return tests::refusal([&] { static_cast<void>(app::installation_key(base, "x")); }); };
    fs::permissions(app::key_file(base), fs::perms::group_read, fs::perm_options::add);
    CHECK(refused().kind() == core::ErrorKind::unavailable);
    CHECK(refused().issues().front().text.find("chmod 600") != std::string::npos);
    fs::permissions(app::key_file(base), fs::perms::owner_read | fs::perms::owner_write);
    std::ofstream(app::key_file(base)) << "pas une clé";
    CHECK(refused().issues().front().text.find("sauvegarde") != std::string::npos);
    std::ofstream(app::key_file(base)) << "";
    CHECK(refused().kind() == core::ErrorKind::unavailable);
}

TEST_CASE("a base in memory has a key that lasts as long as the program") {
    store::Database base(":memory:");
    CHECK(app::installation_key(base, "x").size() == 64);
    CHECK(app::installation_key(base, "x") == app::installation_key(base, "x"));
}
