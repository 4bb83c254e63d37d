// Sums of lots keep apart what is awarded, what is estimated, and what nobody knows.
#include "clausier/domain/market_list.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace clausier::domain;

TEST_CASE("an estimate counts only where nothing is awarded, and an unknown nowhere") {
    Lot awarded;
    awarded.amount = core::Euros::whole(10);
    awarded.amount_estimated = core::Euros::whole(99);
    Lot estimated;
    estimated.amount_estimated = core::Euros::whole(5);
    estimated.hours = core::Hours::whole(7);
    LotTotals totals;
    for (const Lot& lot : {awarded, estimated, Lot{}}) add(totals, lot);
    CHECK(totals.lots == 3);
    CHECK(totals.amount == core::Euros::whole(10));
    CHECK(totals.lots_with_amount == 1);
    CHECK(totals.estimated == core::Euros::whole(5));
    CHECK(totals.lots_estimated == 1);
    CHECK(totals.hours == core::Hours::whole(7));
    CHECK_FALSE(totals.exceeded);
}

TEST_CASE("a sum that cannot be counted is capped and says so") {
    Lot huge;
    huge.amount = core::Euros::whole(90'000'000'000'000'000);
    LotTotals totals;
    add(totals, huge);
    CHECK_FALSE(totals.exceeded);
    add(totals, huge);
    CHECK(totals.exceeded);
    CHECK(totals.amount > *huge.amount);
}
