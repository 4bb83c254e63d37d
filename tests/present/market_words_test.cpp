// Amounts and hours as lists show them: what is sure beside what is not, never added up.
#include "market_words.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

using namespace clausier;
using core::Euros;
using core::Hours;

TEST_CASE("awarded and estimated amounts stand side by side") {
    domain::LotTotals totals;
    CHECK(present::amount_text(totals).empty());
    totals.lots_with_amount = 1;
    totals.amount = Euros::whole(120'000);
    CHECK(present::amount_text(totals) == "120\u202f000\u00a0€");
    totals.lots_estimated = 1;
    totals.estimated = Euros::whole(5'000);
    CHECK(present::amount_text(totals) == "120\u202f000\u00a0€ + 5\u202f000\u00a0€ (estimé)");
    totals.lots_with_amount = 0;
    CHECK(present::amount_text(totals) == "5\u202f000\u00a0€ (estimé)");
}

TEST_CASE("a sum that cannot be counted is more than the greatest that can") {
    domain::LotTotals totals;
    totals.lots_with_amount = totals.lots_with_hours = 2;
    totals.amount = Euros::of(std::numeric_limits<std::int64_t>::max());
    totals.hours = Hours::of(std::numeric_limits<std::int64_t>::max());
    CHECK(present::amount_text(totals).starts_with("plus de "));
    CHECK(present::hours_text(totals).starts_with("plus de "));
}

TEST_CASE("the amount of a lot is the awarded one, else its estimate") {
    domain::Lot lot;
    CHECK(present::amount_text(lot).empty());
    lot.amount_estimated = Euros::whole(5'000);
    CHECK(present::amount_text(lot) == "5\u202f000\u00a0€ (estimé)");
    lot.amount = Euros::whole(4'000);
    CHECK(present::amount_text(lot) == "4\u202f000\u00a0€");
}

TEST_CASE("hours due come before those that are only calculated") {
    domain::MarketSheet sheet;
    domain::Lot lot;
    lot.id = {7};
    CHECK(present::hours_text(sheet, lot).empty());
    sheet.calculated[lot.id] = Hours::whole(199);
    CHECK(present::hours_text(sheet, lot) == "199\u00a0h (calcul)");
    lot.hours = Hours::whole(35);
    CHECK(present::hours_text(sheet, lot) == "35\u00a0h");
    domain::LotTotals totals;
    totals.lots_with_hours = totals.lots_calculated = 1;
    totals.hours = Hours::whole(35);
    totals.calculated = Hours::whole(199);
    CHECK(present::hours_text(totals) == "35\u00a0h + 199\u00a0h (calcul)");
}
