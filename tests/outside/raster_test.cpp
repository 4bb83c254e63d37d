// Drawing as PNG: found or not, nothing when it fails, real when rsvg-convert is there.
#include "clausier/outside/raster.hpp"

#include <catch2/catch_test_macros.hpp>

#include "fake_program.hpp"

using namespace clausier;
using test::Programs;

TEST_CASE("without rsvg-convert there is no rasteriser") {
    const Programs programs;
    CHECK_FALSE(outside::rasteriser(programs.folder()));
}

TEST_CASE("a drawing that fails gives nothing") {
    const Programs programs;
    programs.script("rsvg-convert", "exit 1");
    const auto draw = outside::rasteriser(programs.folder());
    REQUIRE(draw);
    CHECK_FALSE(draw("<svg/>", 10));
    programs.script("rsvg-convert", "exit 0");
    CHECK_FALSE(draw("<svg/>", 10));
}

TEST_CASE("rsvg-convert draws a real picture of the width asked for, when it is there") {
    const auto draw = outside::rasteriser();
    if (!draw) SKIP("no rsvg-convert here");
    const auto png =
        draw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><path d=\"M0,0H9\"/></svg>", 300);
    REQUIRE(png);
    CHECK(png->substr(0, 8) == "\x89PNG\r\n\x1a\n");
    // The width and the height of the first chunk, big-endian.
    CHECK(png->substr(16, 8) == std::string("\0\0\x01\x2c\0\0\0\x96", 8));
    CHECK_FALSE(draw("<svg", 300));
}
