// Figures and dates as French readers expect them.
#include "clausier/core/french.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::core;

TEST_CASE("figures carry their unit and French separators") {
    CHECK(french::euros(Euros::of(99899640)) == "998\u202f996,40\u00a0€");
    CHECK(french::euros(Euros::whole(1'000'000)) == "1\u202f000\u202f000\u00a0€");
    CHECK(french::euros(Euros::of(-5)) == "−0,05\u00a0€");
    CHECK(french::hours(Hours::of(83250)) == "832,5\u00a0h");
    CHECK(french::percent(Rate::of(500)) == "5\u00a0%");
    CHECK(french::percent(Rate::of(5177)) == "51,77\u00a0%");
    CHECK(french::number(1149, 1000, 1) == "1,149");
    CHECK(french::number(12, 1) == "12");
}

TEST_CASE("articles of law have their letter apart, other words stay") {
    CHECK(french::articles("Travailleur handicapé (L5212-13)") == "Travailleur handicapé (L.\u00a05212-13)");
    CHECK(french::articles("L2112-2, R2152-7 et D2111-3") == "L.\u00a02112-2, R.\u00a02152-7 et D.\u00a02111-3");
    for (const char* same : {"L.\u00a02112-2", "loi 2021-1104", "R134", "R1234", "AL2112-2", "L12-3", "L2112-", ""})
        CHECK(french::articles(same) == same);
}

TEST_CASE("dates and counts read as sentences") {
    CHECK(french::date(parse_iso_date("2026-03-01").value()) == "1er mars 2026");
    CHECK(french::date(parse_iso_date("2026-08-22").value()) == "22 août 2026");
    CHECK(french::count(1, "lot") == "1\u00a0lot");
    CHECK(french::count(0, "lot") == "0\u00a0lot");
    CHECK(french::count(2, "marché nouveau", "marchés nouveaux") == "2\u00a0marchés nouveaux");
}
