// Embedded files are read back as they stand in the tree.
#include "clausier/core/asset.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

using namespace clausier::core;

TEST_CASE("an embedded file is the file of the tree") {
    const auto names = assets("data/reference/");
    REQUIRE_FALSE(names.empty());
    for (const std::string_view name : names) {
        std::ifstream file(std::string(CLAUSIER_SOURCE_DIR "/") + std::string(name), std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        CHECK(asset(name) == text);
    }
    CHECK(asset("data/reference/nowhere.csv").empty());
}
