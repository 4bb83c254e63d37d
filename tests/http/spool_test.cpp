// Temporary files: private, written and read in pieces, gone with their owner.
#include "clausier/http/spool.hpp"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <string>

#include "clausier/core/issue.hpp"
#include "http/test_server.hpp"

using namespace clausier;
using http::Spool;

TEST_CASE("a spool keeps what is written, for this user alone, and goes away") {
    const tests::TempFolder folder;
    {
        Spool spool;
        spool.write("bon");
        spool.write("jour");
        CHECK(spool.size() == 7);
        struct stat found {};
        REQUIRE(::stat(spool.path().c_str(), &found) == 0);
        CHECK((found.st_mode & 0777) == 0600);
        CHECK(folder.files() == 1);
    }
    CHECK(folder.files() == 0);
}

TEST_CASE("reading from anywhere, up to the end") {
    Spool spool;
    spool.write("0123456789");
    std::string some(4, ' ');
    CHECK(spool.read(2, some) == 4);
    CHECK(some == "2345");
    CHECK(spool.read(8, some) == 2);
    CHECK(some.substr(0, 2) == "89");
    CHECK(spool.read(10, some) == 0);
    CHECK(spool.read(99, some) == 0);
}

TEST_CASE("a file written or replaced by its name is seen after refresh") {
    const tests::TempFolder folder;
    Spool spool;
    spool.write("ancien contenu");
    std::ofstream(spool.path()) << "court";
    spool.refresh();
    CHECK(spool.size() == 5);
    std::ofstream(folder.path / "autre") << "remplacé";
    std::filesystem::rename(folder.path / "autre", spool.path());
    spool.refresh();
    std::string text(spool.size(), ' ');
    CHECK(spool.read(0, text) == text.size());
    CHECK(text == "remplacé");
    spool.write(" puis");
    CHECK(std::filesystem::file_size(spool.path()) == spool.size());
    std::filesystem::remove(spool.path());
    CHECK_THROWS_AS(spool.refresh(), core::Error);
}

TEST_CASE("a folder that cannot be written is refused with a sentence") {
    const tests::TempFolder folder;
    std::filesystem::remove(folder.path);
    CHECK_THROWS_AS(Spool(), core::Error);
}
