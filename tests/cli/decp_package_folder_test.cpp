// Where packages go.
#include "decp_package_folder.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"
#include "command_world.hpp"

using namespace clausier;

TEST_CASE("a folder appears whole, or not at all, and never in place of another") {
    const tests::CommandWorld world;
    {
        cli::PackageFiles files(world.file("paquet/"));
        files.maker()("un.csv")("a");
        CHECK_FALSE(std::filesystem::exists(world.file("paquet")));
        files.close();
    }
    CHECK(std::filesystem::file_size(world.file("paquet/un.csv")) == 1);
    CHECK_THROWS_AS(cli::PackageFiles(world.file("paquet")), core::Error);
    { cli::PackageFiles(world.file("autre")).maker()("un.csv")("a"); }
    CHECK(std::distance(std::filesystem::directory_iterator(world.folder), {}) == 1);
    CHECK_THROWS_AS(cli::PackageFiles("/nulle/part/paquet"), core::Error);
}
