// Rounding of hours and their equivalents.
#include "clausier/domain/calculation.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/calculation_amount.hpp"

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

TEST_CASE("hours before rounding are shown with the decimals that lead to the rounded ones") {
    const HourRounding nearest;
    CHECK(raw_hours(Fraction(832'497, 1000), nearest) == "832,497\u00a0h");
    CHECK(raw_hours(Fraction(2500, 3), nearest) == "833,33\u00a0h");
    CHECK(raw_hours(Fraction(1665, 2), nearest) == "832,5\u00a0h");
    CHECK(raw_hours(Fraction(832'999, 1000), *HourRounding::parse("bas")) == "832,999\u00a0h");
    CHECK(raw_hours(Fraction(17'499, 1000), *HourRounding::parse("35")) == "17,499\u00a0h");
    CHECK(raw_hours(Fraction(8'324'999'999, 10'000'000), nearest) == "832,5\u00a0h");
    AmountInput in;
    in.amount = Euros::of(99'899'640);
    in.labour_share = Rate::of(5000);
    in.effort = Rate::of(500);
    in.hourly_cost = Euros::whole(30);
    const AmountResult r = calculate_amount(in, Reference::national(), kDay);
    CHECK(r.estimate.hours == Hours::whole(832));
    CHECK(r.estimate.raw_words == "832,497\u00a0h");
    CHECK(r.estimate.steps.at(1).formula.ends_with("= 832,497\u00a0h"));
    CHECK(r.estimate.steps.at(2).formula == "832,497\u00a0h → 832\u00a0h");
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
