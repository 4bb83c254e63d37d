// « lire »: every cell, as CSV or JSON, in full or not at all.
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

namespace {

std::string content(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a sheet is given cell by cell") {
    CommandWorld world;
    const std::string csv = world.write("a.csv", "a;\"b;c\"\n1,5;\n");
    const std::string out = world.file("sortie");
    world.run("lire", {{"--sortie", {out}}}, {csv});
    CHECK(content(out) == "[\n[\"a\",\"b;c\"],\n[\"1,5\",null]\n]\n");
}

TEST_CASE("an empty sheet is an error and writes nothing") {
    CommandWorld world;
    const std::string out = world.file("sortie");
    CHECK_THROWS_AS(world.run("lire", {{"--sortie", {out}}}, {world.write("v.csv", "\n\n")}), core::Error);
    CHECK_FALSE(std::filesystem::exists(out));
}
