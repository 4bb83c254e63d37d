// Dates in every form field files hold.
#include "clausier/core/dates.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::core;

TEST_CASE("dates are read in the forms files hold") {
    struct Case {
        const char* text;
        const char* iso;
        const char* remark;
    };
    const Case cases[] = {{"2026-03-01", "2026-03-01", ""},
                          {"2019-01-25+01:00", "2019-01-25", "date_fuseau"},
                          {"2019-01-25-03:00", "2019-01-25", "date_fuseau"},
                          {"2019-01-25Z", "2019-01-25", "date_fuseau"},
                          {"2019-01-25T08:30:00", "2019-01-25", "date_heure"},
                          {"2019-01-25 08:30:00.000", "2019-01-25", "date_heure"},
                          {"01/03/2026", "2026-03-01", ""},
                          {"1-3-2026", "2026-03-01", ""},
                          {"01.03.2026", "2026-03-01", ""},
                          {"01/03/26", "2026-03-01", ""},
                          {"20260301", "2026-03-01", ""},
                          {"1er mars 2026", "2026-03-01", ""},
                          {"lundi 2 février 2026", "2026-02-02", ""},
                          {"September, 16 2021 00:00:00", "2021-09-16", "date_heure"},
                          {" 2026-03-01 ", "2026-03-01", ""},
                          {"2024-02-29", "2024-02-29", ""}};
    for (const Case& c : cases) {
        INFO(c.text);
        const auto read = parse_date(c.text);
        REQUIRE(read.has_value());
        CHECK(iso(read->date) == c.iso);
        CHECK(read->remark == c.remark);
    }
}

TEST_CASE("what is no date is told") {
    struct Case {
        const char* text;
        const char* code;
    };
    const Case cases[] = {{"", "date_absente"},
                          {"0218-05-03", "date_annee"},
                          {"5021-01-01", "date_annee"},
                          {"2023-02-29", "date_illisible"},
                          {"31/04/2026", "date_illisible"},
                          {"13/13/2026", "date_illisible"},
                          {"NC", "date_illisible"},
                          {"257/03/2020", "date_illisible"},
                          {"?", "date_illisible"},
                          {"2026-03", "date_illisible"},
                          {"2026-03-01x", "date_illisible"},
                          {"2026/03-01", "date_illisible"},
                          {"mars 2026", "date_illisible"},
                          {"2026", "date_illisible"},
                          {"123456789", "date_illisible"}};
    for (const Case& c : cases) {
        INFO(c.text);
        const auto read = parse_date(c.text);
        REQUIRE(read.has_error());
        CHECK(read.error().code == c.code);
    }
}

TEST_CASE("a spreadsheet's serial number is a day when the column says so") {
    CHECK(iso(parse_date("40967", true)->date) == "2012-02-28");
    CHECK(iso(parse_date("40967.75", true)->date) == "2012-02-28");
    CHECK(parse_date("0", true).has_error());
    CHECK(parse_date("1", true).error().code == "date_annee");
    CHECK(parse_date("40967").has_error());
}

TEST_CASE("ISO dates are read exactly") {
    CHECK(iso(parse_iso_date("2026-08-22").value()) == "2026-08-22");
    CHECK(parse_iso_date("22/08/2026").has_error());
}
