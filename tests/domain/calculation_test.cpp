// Rounding of hours and their equivalents.
#include "clausier/domain/calculation.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;
using namespace clausier::core;

namespace {
const Date kDay = parse_iso_date("2026-11-21").value();
}

TEST_CASE("a rounding is read by its word and named back") {
    for (const char* word : {"proche", "bas", "haut", "5", "7", "35"}) CHECK(HourRounding::parse(word)->name() == word);
    CHECK(HourRounding::parse("6").error().code == "arrondi_inconnu");
}

TEST_CASE("hours are rounded once, from the exact fraction") {
    const Fraction raw(832'497, 1000);
    CHECK(HourRounding::parse("proche")->apply(raw) == Hours::whole(832));
    CHECK(HourRounding::parse("haut")->apply(raw) == Hours::whole(833));
    CHECK(HourRounding::parse("35")->apply(Fraction(35, 2)) == Hours::whole(35));
    CHECK(HourRounding::parse("35")->apply(Fraction(1749, 100)) == Hours::whole(0));
}

TEST_CASE("hours are shown in days, weeks and FTE, each with its reference") {
    const Reference reference = Reference::national();
    const Equivalents e = equivalents(Hours::whole(833), reference, kDay);
    CHECK(e.days_centi == 11900);
    CHECK(e.weeks_centi == 2380);
    CHECK(e.fte_centi == 52);
    CHECK(e.fte.value == Hours::whole(1607));
    CHECK_FALSE(e.day.citation.source.empty());
    CHECK(equivalents(Hours::whole(1820), reference, kDay, "fte.aci").fte_centi == 100);
}

TEST_CASE("an estimate tells its rounding and its equivalents") {
    const Estimate e = estimate(Fraction(2500, 3), HourRounding{}, {}, Reference::national(), kDay);
    REQUIRE(e.steps.size() == 4);
    CHECK(e.steps[0].sentence() == "Arrondi à l’heure la plus proche : 833,33\u00a0h → 833\u00a0h");
    CHECK(e.steps[3].formula == "833\u00a0h ÷ 1\u202f607\u00a0h = 0,52 ETP-années");
    CHECK(estimate(Fraction(833), HourRounding{}, {}, Reference::national(), kDay).steps.size() == 3);
}
