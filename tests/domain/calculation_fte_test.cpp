// F7 and F8: full-time equivalents and simulated penalties.
#include "clausier/domain/calculation_fte.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;
using namespace clausier::core;

TEST_CASE("any two of hours, reference and FTE give the third") {
    FteInput in;
    in.hours = Hours::whole(1607);
    in.reference = Hours::whole(1607);
    CHECK(calculate_fte(in).fte_centi == 100);
    in.monthly = true;
    CHECK(calculate_fte(in).fte_centi == 1200);
    in.monthly = false;
    in.fte = Fraction(2);
    CHECK_THROWS_AS(calculate_fte(in), Error);
    in.reference.reset();
    CHECK(calculate_fte(in).reference == Hours::of(80350));
    in.reference = Hours::whole(1820);
    in.hours.reset();
    CHECK(calculate_fte(in).hours == Hours::whole(3640));
    in.reference = Hours::whole(0);
    CHECK_THROWS_AS(calculate_fte(in), Error);
}

TEST_CASE("a penalty counts missing hours and late days, never a surplus") {
    PenaltyInput in{Hours::whole(833), Hours::of(80050), Euros::whole(60), 0, {}};
    CHECK(calculate_penalty(in).penalty == Euros::whole(1950));
    in.days_late = 3;
    in.per_day = Euros::whole(75);
    CHECK(calculate_penalty(in).penalty == Euros::whole(2175));
    in.validated = Hours::whole(900);
    CHECK(calculate_penalty(in).missing == Hours());
    CHECK(calculate_penalty(in).penalty == Euros::whole(225));
    in.due = Hours::of(-1);
    CHECK_THROWS_AS(calculate_penalty(in), Error);
}
