// Texts get numbers in the order they are met, and keep them.
#include "numbering.hpp"

#include <catch2/catch_test_macros.hpp>

using clausier::store::Numbering;

TEST_CASE("a text met again has the number it had") {
    Numbering numbering;
    CHECK(numbering.number("a") == 1);
    CHECK(numbering.number("") == 2);
    CHECK(numbering.number("a") == 1);
    CHECK(numbering.number("") == 2);
    CHECK(numbering.number("ab") == 3);
    CHECK(numbering.size() == 3);
}

TEST_CASE("a hundred thousand texts keep their numbers while the table grows") {
    Numbering numbering;
    for (std::uint32_t i = 1; i <= 100'000; ++i) REQUIRE(numbering.number(std::to_string(i)) == i);
    for (std::uint32_t i = 1; i <= 100'000; ++i) REQUIRE(numbering.number(std::to_string(i)) == i);
    CHECK(numbering.size() == 100'000);
}
