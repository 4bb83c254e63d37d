// Dates of spreadsheets: serial numbers, ISO texts and durations, to the second and without any floating point.
#include "cell_dates.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::sheets;

namespace {

std::string serial(std::string_view stored, NumberShape shape = NumberShape::day, bool epoch_1904 = false) {
    std::string out = ">";
    return append_serial(out, stored, shape, epoch_1904) ? out.substr(1) : out == ">" ? "no" : "left " + out;
}

std::string iso(std::string_view stored) {
    std::string out = ">";
    return append_iso(out, stored) ? out.substr(1) : out == ">" ? "no" : "left " + out;
}

std::string duration(std::string_view stored) {
    std::string out = ">";
    return append_duration(out, stored) ? out.substr(1) : out == ">" ? "no" : "left " + out;
}

}  // namespace

TEST_CASE("a serial number is a day since the end of 1899") {
    CHECK(serial("1") == "1900-01-01");
    CHECK(serial("59") == "1900-02-28");
    CHECK(serial("61") == "1900-03-01");
    CHECK(serial("46082") == "2026-03-01");
    CHECK(serial("4.6082E4") == "2026-03-01");
    CHECK(serial("46082.0000000001") == "2026-03-01");
    CHECK(serial("2958465") == "9999-12-31");
}

TEST_CASE("serial 60 is a day that never was: it stays a number") {
    CHECK(serial("60") == "no");
    CHECK(serial("60.5", NumberShape::moment) == "no");
}

TEST_CASE("what no calendar holds stays a number") {
    CHECK(serial("2958466") == "no");
    CHECK(serial("-1") == "no");
    CHECK(serial("0") == "no");
    CHECK(serial("1E300") == "no");
    CHECK(serial("1E9999") == "no");
    CHECK(serial("99999999999999999999999999") == "no");
    CHECK(serial("abc") == "no");
    CHECK(serial("12abc") == "no");
    CHECK(serial("1E") == "no");
    CHECK(serial(".") == "no");
    CHECK(serial("") == "no");
}

TEST_CASE("a fraction of a day is a time, rounded to the second") {
    CHECK(serial("46082.5") == "2026-03-01T12:00:00");
    CHECK(serial("46082.354166666664", NumberShape::moment) == "2026-03-01T08:30:00");
    CHECK(serial("46082.999999", NumberShape::moment) == "2026-03-02");
    CHECK(serial("46082.999988426", NumberShape::moment) == "2026-03-01T23:59:59");
    CHECK(serial("46082.00000578703", NumberShape::moment) == "2026-03-01");
    CHECK(serial("46082.00000578705", NumberShape::moment) == "2026-03-01T00:00:01");
}

TEST_CASE("a moment before day 1 is a time alone") {
    CHECK(serial("0", NumberShape::moment) == "00:00:00");
    CHECK(serial("0.35416666666666669", NumberShape::moment) == "08:30:00");
    CHECK(serial("3.4722222222222224E-4", NumberShape::moment) == "00:00:30");
    CHECK(serial("1E-30", NumberShape::moment) == "00:00:00");
}

TEST_CASE("elapsed time counts past a day, and may be negative") {
    CHECK(serial("6.3194444444444446", NumberShape::elapsed) == "151:40:00");
    CHECK(serial("0.5", NumberShape::elapsed) == "12:00:00");
    CHECK(serial("-0.0625", NumberShape::elapsed) == "-01:30:00");
    CHECK(serial("-1E-9", NumberShape::elapsed) == "00:00:00");
}

TEST_CASE("workbooks of the 1904 system count from 1904-01-01") {
    CHECK(serial("0", NumberShape::day, true) == "1904-01-01");
    CHECK(serial("60", NumberShape::day, true) == "1904-03-01");
    CHECK(serial("44620", NumberShape::day, true) == "2026-03-01");
    CHECK(serial("0.5", NumberShape::moment, true) == "12:00:00");
    CHECK(serial("2957003", NumberShape::day, true) == "9999-12-31");
    CHECK(serial("2957004", NumberShape::day, true) == "no");
}

TEST_CASE("ISO texts are kept in the three forms of cells") {
    CHECK(iso("2026-01-31") == "2026-01-31");
    CHECK(iso("2026-01-31Z") == "2026-01-31");
    CHECK(iso("2026-01-31T00:00:00") == "2026-01-31");
    CHECK(iso("2026-01-31T08:30") == "2026-01-31T08:30:00");
    CHECK(iso("2026-01-31 08:30:15.499Z") == "2026-01-31T08:30:15");
    CHECK(iso("2026-12-31T23:59:59.999999999") == "2027-01-01");
    CHECK(iso("T08:30:00") == "08:30:00");
    CHECK(iso("08:30:00.5") == "08:30:01");
}

TEST_CASE("texts that are no date are left to be texts") {
    for (const char* text :
         {"2026-02-29", "2026-13-01", "31/01/2026", "2026-01-31T25:00:00", "2026-01-31T08:30:00+01:00", "2026-01-31X",
          "2026-01", "08:61:00", "08:30:", "08:30:0", "08:30:75", "2026-01-31T", ""}) {
        INFO(text);
        CHECK(iso(text) == "no");
    }
}

TEST_CASE("durations add their units up") {
    CHECK(duration("PT12H30M00S") == "12:30:00");
    CHECK(duration("PT151H40M") == "151:40:00");
    CHECK(duration("P1DT2H") == "26:00:00");
    CHECK(duration("PT59.6S") == "00:01:00");
    CHECK(duration("-PT01H30M00S") == "-01:30:00");
    CHECK(duration("PT08H30M15.500000000S") == "08:30:16");
}

TEST_CASE("durations without a fixed length, or malformed, are left to be texts") {
    for (const char* text :
         {"P1Y", "P2M", "PT", "P", "12:30", "PT12", "PT1X", "PTH", "PT1H1D", "PT99999999999999H", "PT1HT1M", ""}) {
        INFO(text);
        CHECK(duration(text) == "no");
    }
}
