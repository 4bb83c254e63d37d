// Zips written part by part.
#include "clausier/sheets/zip_writer.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"
#include "scratch_folder.hpp"
#include "support/zip_parts.hpp"

using namespace clausier;

TEST_CASE("parts written in turns come out whole") {
    const tests::ScratchFolder folder;
    const auto path = folder.path() / "paquet.zip";
    {
        sheets::ZipWriter zip(path);
        auto first = zip.part("un.csv");
        auto second = zip.part("été/deux.csv");
        first("a,b\r\n");
        second("c");
        first("1,2\r\n");
        CHECK(folder.names().empty());
        zip.close();
    }
    CHECK(folder.names() == std::vector<std::string>{"paquet.zip"});
    const auto parts = test::zip_parts(tests::content_of(path));
    CHECK(parts ==
          std::vector<std::pair<std::string, std::string>>{{"un.csv", "a,b\r\n1,2\r\n"}, {"été/deux.csv", "c"}});
}

TEST_CASE("a zip that is not closed leaves nothing, one that cannot be written is told") {
    const tests::ScratchFolder folder;
    { sheets::ZipWriter(folder.path() / "rien.zip").part("un")("octets"); }
    CHECK(folder.names().empty());
    sheets::ZipWriter nowhere(folder.path() / "absent" / "x.zip");
    nowhere.part("un")("octets");
    CHECK_THROWS_AS(nowhere.close(), core::Error);
}
