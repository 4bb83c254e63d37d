// F1 and F2, their published examples, their inverses and their refusals.
#include "clausier/domain/calculation_amount.hpp"

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

AmountInput example() {
    AmountInput in;
    in.amount = Euros::whole(1'000'000);
    in.labour_share = Rate::of(5000);
    in.effort = Rate::of(500);
    in.hourly_cost = Euros::whole(30);
    return in;
}

}  // namespace

TEST_CASE("hours from an amount, case by case") {
    for (const auto& c : clausier::tests::cases("calculation/montant.csv")) {
        INFO(c.at("montant") << " " << c.at("arrondi"));
        AmountInput in;
        in.amount = parse_euros(c.at("montant")).value();
        in.labour_share = parse_percent(c.at("part_mo")).value();
        in.effort = parse_percent(c.at("taux")).value();
        in.hourly_cost = parse_euros(c.at("cout_horaire")).value();
        in.rounding = HourRounding::parse(c.at("arrondi")).value();
        const AmountResult r = calculate_amount(in, reference(), kDay);
        CHECK(decimal(r.estimate.hours) == c.at("heures"));
        CHECK(decimal(r.estimate.raw) == c.at("heures_brutes"));
    }
}

TEST_CASE("the calculation is written out in numbers") {
    const AmountResult r = calculate_amount(example(), reference(), kDay);
    REQUIRE(r.estimate.steps.size() == 6);
    CHECK(r.estimate.steps[1].formula ==
          "1\u202f000\u202f000\u00a0€ × 50\u00a0% × 5\u00a0% ÷ 30\u00a0€ = 833,33\u00a0h");
}

TEST_CASE("each input left out is found from the hours wanted") {
    const Hours wanted = Hours::whole(850);
    const auto solve = [&](auto forget) {
        AmountInput in = example();
        in.hours = wanted;
        forget(in);
        return calculate_amount(in, reference(), kDay);
    };
    const auto amount = solve([](AmountInput& in) { in.amount.reset(); });
    CHECK(amount.amount == Euros::whole(1'020'000));
    CHECK(amount.unknown == AmountUnknown::amount);
    CHECK(solve([](AmountInput& in) { in.labour_share.reset(); }).labour_share == Rate::of(5100));
    CHECK(solve([](AmountInput& in) { in.effort.reset(); }).effort == Rate::of(510));
    const auto cost = solve([](AmountInput& in) { in.hourly_cost.reset(); });
    CHECK(cost.hourly_cost == Euros::of(2941));
    CHECK(cost.estimate.hours == wanted);
    CHECK(cost.estimate.raw == Hours::of(85005));  // 1 000 000 × 50 % × 5 % ÷ 29,41
    CHECK(solve([](AmountInput& in) {
              in.effort.reset();
              in.amount = Euros::whole(10'000);
          })
              .estimate.remarks.at(0)
              .code == "taux_impossible");
}

TEST_CASE("too many or too few inputs are refused with what to do") {
    AmountInput in = example();
    in.effort.reset();
    in.hourly_cost.reset();
    try {
        calculate_amount(in, reference(), kDay);
        FAIL("two inputs are missing besides the hours");
    } catch (const Error& e) {
        CHECK(e.kind() == ErrorKind::invalid);
        CHECK(e.issues().at(0).text == "il manque --heures, --taux, --cout-horaire ; n’en laissez qu’une à calculer");
    }
    in = example();
    in.hours = Hours::whole(1);
    CHECK_THROWS_AS(calculate_amount(in, reference(), kDay), Error);
}

TEST_CASE("impossible inputs are refused") {
    for (const auto& spoil :
         {+[](AmountInput& in) { in.amount = Euros::whole(-1); },
          +[](AmountInput& in) { in.labour_share = Rate::of(10'001); },
          +[](AmountInput& in) { in.effort = Rate::of(0); }, +[](AmountInput& in) { in.hourly_cost = Euros::of(0); }}) {
        AmountInput in = example();
        spoil(in);
        CHECK_THROWS_AS(calculate_amount(in, reference(), kDay), Error);
    }
}

TEST_CASE("hours grow with the amount and fall with the hourly cost") {
    Fraction before(-1);
    for (std::int64_t cents = 1; cents < 1'000'000'000'000; cents = cents * 7 + 3) {
        const Fraction now = hours_from_amount(Euros::of(cents), Rate::of(5000), Rate::of(500), Euros::of(3520));
        CHECK(now > before);
        CHECK(hours_from_amount(Euros::of(cents), Rate::of(5000), Rate::of(500), Euros::of(3521)) < now);
        before = now;
    }
}

TEST_CASE("direct effort: any two give the third") {
    EffortInput in;
    in.total_hours = Hours::whole(16'667);
    in.effort = Rate::of(500);
    CHECK(calculate_effort(in, reference(), kDay).estimate.hours == Hours::whole(833));
    in.hours = Hours::whole(500);
    CHECK_THROWS_AS(calculate_effort(in, reference(), kDay), Error);
    in.effort.reset();
    CHECK(calculate_effort(in, reference(), kDay).effort == Rate::of(300));
    in.effort = Rate::of(250);
    in.total_hours.reset();
    CHECK(calculate_effort(in, reference(), kDay).total_hours == Hours::whole(20'000));
}
