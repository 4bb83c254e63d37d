// Exact quantities: rounding once, refusing overflow, reading and writing decimals.
#include "clausier/core/quantity.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::core;

namespace {
const std::int64_t kHuge = 9'000'000'000'000'000'000;
}

TEST_CASE("a fraction is rounded as named") {
    struct Case {
        std::int64_t num, den, nearest, half_even, down, up;
    };
    const Case cases[] = {{7, 2, 4, 4, 3, 4},      {5, 2, 3, 2, 2, 3}, {-7, 2, -4, -4, -4, -3},
                          {-5, 2, -3, -2, -3, -2}, {1, 3, 0, 0, 0, 1}, {-1, 3, 0, 0, -1, 0},
                          {2, 3, 1, 1, 0, 1},      {6, 3, 2, 2, 2, 2}, {832497, 1000, 832, 832, 832, 833}};
    for (const Case& c : cases) {
        INFO(c.num << "/" << c.den);
        CHECK(mul_div(c.num, 1, c.den, Rounding::nearest) == c.nearest);
        CHECK(mul_div(c.num, 1, c.den, Rounding::half_even) == c.half_even);
        CHECK(mul_div(c.num, 1, c.den, Rounding::down) == c.down);
        CHECK(mul_div(c.num, 1, c.den, Rounding::up) == c.up);
    }
}

TEST_CASE("a product passes 64 bits on its way without losing anything") {
    CHECK(mul_div(kHuge, kHuge, kHuge, Rounding::nearest) == kHuge);
    CHECK(Fraction(kHuge) * Fraction(1, kHuge) == Fraction(1));
    CHECK_THROWS_AS(mul_div(kHuge, kHuge, 1, Rounding::nearest), Error);
    CHECK_THROWS_AS(mul_div(1, 1, 0, Rounding::nearest), Error);
    CHECK_THROWS_AS(Fraction(1) / Fraction(0), Error);
}

TEST_CASE("a long product is reduced before it is refused") {
    Fraction value(1);
    for (int i = 0; i < 12; ++i) value = value * Fraction(1'000'003, 1'000'003);
    CHECK(value == Fraction(1));
    Fraction growing(kHuge);
    CHECK_THROWS_AS(growing * growing * growing, Error);
}

TEST_CASE("fractions add, subtract and compare exactly") {
    CHECK(Fraction(1, 3) + Fraction(1, 6) == Fraction(1, 2));
    CHECK(Fraction(1, 3) - Fraction(1, 2) == Fraction(-1, 6));
    CHECK(Fraction(1, 3) < Fraction(333'334, 1'000'000));
    CHECK(Fraction(3, -6) == Fraction(-1, 2));
    CHECK(Fraction(Euros::of(150)) == Fraction(3, 2));
    CHECK(Fraction(5, 4).to<Hours>(Rounding::nearest) == Hours::of(125));
}

TEST_CASE("adding past 64 bits is refused") {
    CHECK_THROWS_AS(Euros::of(kHuge) + Euros::of(kHuge), Error);
    CHECK(Euros::of(kHuge) - Euros::of(kHuge) == Euros::of(0));
}

TEST_CASE("amounts are read as people type them") {
    struct Case {
        const char* text;
        std::int64_t cents;
    };
    const Case cases[] = {{"1 234,56 €", 123456},
                          {"14 237.50", 1423750},
                          {"999 999,99", 99999999},
                          {"1.234.567,89", 123456789},
                          {"1,234,567.89", 123456789},
                          {"12 000,50", 1200050},
                          {"1 200 000", 120000000},
                          {"-12,5", -1250},
                          {"+3", 300},
                          {"0", 0},
                          {"1E3", 100000},
                          {"1.5e2 ", 15000},
                          {"50 %", 5000},
                          {"12 €HT", 1200},
                          {"12 euros", 1200},
                          {"\u00a01\u202f234,5\u00a0€", 123450},
                          {",5", 50},
                          {"5,", 500},
                          {"1945749.8300", 194574983},
                          {"1'234.50", 123450},
                          {"390 k€", 39000000},
                          {"390\u00a0k€ HT", 39000000},
                          {"12,5K€", 1250000},
                          {"6,2 M€", 620000000},
                          {"6,2\u202fM€", 620000000},
                          {"-1,25 M€", -125000000},
                          {"0,00000001 M€", 1},
                          {"6,2 millions d’euros", 620000000}};
    for (const Case& c : cases) {
        INFO(c.text);
        const auto read = parse_euros(c.text);
        REQUIRE(read.has_value());
        CHECK(read->parts() == c.cents);
    }
}

TEST_CASE("what is no amount is told, never guessed") {
    struct Case {
        const char* text;
        const char* code;
    };
    const Case cases[] = {{"", "nombre_absent"},
                          {"  ", "nombre_absent"},
                          {"selon BPU", "nombre_illisible"},
                          {"12,345", "nombre_decimales"},
                          {"1,2,3", "nombre_illisible"},
                          {"12 34", "nombre_illisible"},
                          {"1-2", "nombre_illisible"},
                          {"€", "nombre_illisible"},
                          {"1e", "nombre_illisible"},
                          {"1E30", "nombre_trop_grand"},
                          {"99999999999999999999", "nombre_trop_grand"},
                          {"Lot 2: 10869,56", "nombre_illisible"},
                          {"12 € 50", "nombre_illisible"},
                          {"--3", "nombre_illisible"},
                          {"1.234", "nombre_ambigu"},
                          {"1.234 M€", "nombre_ambigu"},
                          {"0,000000001 M€", "nombre_decimales"},
                          {"99999999999 M€", "nombre_trop_grand"},
                          {"k€", "nombre_illisible"},
                          {"6,2 m€", "nombre_illisible"},
                          {"6,2 k", "nombre_illisible"},
                          {"6,2 M€ M€", "nombre_illisible"},
                          {"500\n800", "nombre_illisible"}};
    for (const Case& c : cases) {
        INFO(c.text);
        const auto read = parse_euros(c.text);
        REQUIRE(read.has_error());
        CHECK(read.error().code == c.code);
        CHECK_FALSE(read.error().text.empty());
    }
}

TEST_CASE("a spreadsheet's binary number is rounded to the nearest cent") {
    CHECK(parse_euros("180000.10000000001", true)->parts() == 18000010);
    CHECK(parse_euros("0.30000000000000004", true)->parts() == 30);
    CHECK(parse_euros("1.0000000000000001E-5", true)->parts() == 0);
    CHECK(parse_euros("0.05").value() == Euros::of(5));
    CHECK(parse_percent("0.05")->parts() == 5);
    CHECK(parse_hours("35,5")->parts() == 3550);
}

TEST_CASE("decimals are written with a dot and two places") {
    CHECK(decimal(Euros::of(123456)) == "1234.56");
    CHECK(decimal(Euros::of(-5)) == "-0.05");
    CHECK(decimal(Hours::of(83333)) == "833.33");
    CHECK(percent(Rate::of(500)) == "5.00");
    CHECK(decimal(1'234'567, 10'000, 3) == "123.457");
    CHECK(decimal(149, 100, 0) == "1");
}
