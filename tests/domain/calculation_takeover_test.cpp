// F3: what is left once the transferred staff is counted.
#include "clausier/domain/calculation_takeover.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/cases.hpp"

using namespace clausier::domain;
using namespace clausier::core;

namespace {

const Reference& reference() {
    static const Reference national = Reference::national();
    return national;
}
const Date kDay = parse_iso_date("2026-11-21").value();

}  // namespace

TEST_CASE("staff transfer, case by case") {
    for (const auto& c : clausier::tests::cases("calculation/reprise.csv")) {
        INFO(c.at("heures_transferables") << " h, " << c.at("taux") << " %");
        TakeoverInput in;
        in.turnover = parse_euros(c.at("chiffre_affaires")).value();
        in.months = Fraction(parse_scaled(c.at("mois"), 1).value());
        in.transferable_hours = parse_hours(c.at("heures_transferables")).value();
        in.rate = parse_percent(c.at("taux")).value();
        if (!c.at("coefficient").empty()) in.coefficient = parse_euros(c.at("coefficient")).value();
        const TakeoverResult r = calculate_takeover(in, reference(), kDay);
        CHECK(percent(r.potential) == c.at("potentiel"));
        CHECK(decimal(r.estimate.hours) == c.at("heures"));
        CHECK(r.recommended == (c.at("clause_recommandee") == "oui"));
        CHECK(r.estimate.remarks.empty() == r.recommended);
    }
}

TEST_CASE("each input is found from the hours wanted") {
    const auto solve = [](auto forget) {
        TakeoverInput in;
        in.turnover = Euros::whole(480'000);
        in.months = Fraction(48);
        in.transferable_hours = Hours::whole(200);
        in.rate = Rate::of(5000);
        in.hours = Hours::whole(4800);
        forget(in);
        return calculate_takeover(in, reference(), kDay);
    };
    CHECK(solve([](TakeoverInput& in) { in.turnover.reset(); }).turnover == Euros::whole(480'000));
    CHECK(solve([](TakeoverInput& in) { in.months.reset(); }).months == Fraction(48));
    CHECK(solve([](TakeoverInput& in) { in.transferable_hours.reset(); }).transferable_hours == Hours::whole(200));
    CHECK(solve([](TakeoverInput& in) { in.rate.reset(); }).rate == Rate::of(5000));
    CHECK(solve([](TakeoverInput&) {}).coefficient.value == Euros::whole(25));
    CHECK_THROWS_AS(solve([](TakeoverInput& in) {
                        in.months.reset();
                        in.hours = Hours::whole(40'000);
                    }),
                    Error);
    CHECK_THROWS_AS(solve([](TakeoverInput& in) {
                        in.months.reset();
                        in.rate.reset();
                    }),
                    Error);
}
