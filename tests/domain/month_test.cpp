// Months: read, counted, named.
#include "clausier/domain/month.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/execution.hpp"

using namespace clausier;
using clausier::domain::Month;
using tests::date_of;
using tests::month_of;

TEST_CASE("a month is read as people write it, and refused with an example otherwise") {
    CHECK(month_of("2026-03") == month_of("03/2026"));
    CHECK(month_of(" 3/2026 ").text() == "2026-03");
    for (const char* wrong :
         {"", "2026", "2026-13", "2026-00", "2026-3-1", "26-03", "mars 2026", "20260-3", "-03", "2026-"}) {
        INFO(wrong);
        const auto read = Month::parse(wrong);
        REQUIRE(read.has_error());
        CHECK(read.error().code == "mois_illisible");
        CHECK(read.error().text.find("2026-03") != std::string::npos);
    }
}

TEST_CASE("a month knows its days, its neighbours and its French name") {
    CHECK(month_of("2028-02").days() == 29);
    CHECK(month_of("2026-02").last() == date_of("2026-02-28"));
    CHECK(month_of("2026-12").next() == month_of("2027-01"));
    CHECK(month_of("2026-01").previous() == month_of("2025-12"));
    CHECK(month_of("2026-11").plus(15) == month_of("2028-02"));
    CHECK(month_of("2026-08").label() == "août 2026");
    CHECK(month_of("2026-03").holds(date_of("2026-03-31")));
    CHECK_FALSE(month_of("2026-03").holds(date_of("2026-04-01")));
}

TEST_CASE("the number of a month orders them and gives it back") {
    for (int number = month_of("1999-11").number(); number <= month_of("2030-02").number(); ++number) {
        const Month month = Month::of_number(number);
        CHECK(month.number() == number);
        CHECK(month < month.next());
        CHECK(month.next().number() == number + 1);
        CHECK(Month(month.last()) == month);
        CHECK(domain::days_between(month.first(), month.next().first()) == month.days());
    }
}
