// Codes hold good values only; keys warn.
#include "clausier/core/codes.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::core;

TEST_CASE("a SIRET is 14 digits, spaces passed over") {
    CHECK(Siret::parse(" 834 553 729 00015 ")->text() == "83455372900015");
    CHECK(Siret::parse("83455372900015.0")->text() == "83455372900015");
    CHECK(Siret::parse("\t83455372900015\u00a0")->siren().text() == "834553729");
    for (const char* bad : {"8345537290001", "834553729000155", "8345537290001A", "PAS"})
        CHECK(Siret::parse(bad).error().code == "siret_format");
    CHECK(Siret::parse("").error().code == "siret_absent");
}

TEST_CASE("the key of a SIRET is Luhn's, or La Poste's") {
    CHECK(Siret::parse("83455372900015")->checks());
    CHECK_FALSE(Siret::parse("83455372900016")->checks());
    CHECK_FALSE(Siret::parse("11111111111111")->checks());
    CHECK(Siret::parse("35600000000048")->checks());  // the seat follows Luhn
    CHECK(Siret::parse("35600000009075")->checks());  // digits sum to 35
    CHECK_FALSE(Siret::parse("35600000009076")->checks());
}

TEST_CASE("a SIREN is 9 digits") {
    CHECK(Siren::parse("834 553 729")->checks());
    CHECK_FALSE(Siren::parse("834553728")->checks());
    CHECK(Siren::parse("12345678").error().code == "siren_format");
}

TEST_CASE("a CPV drops its key and gets its lost zero back") {
    CHECK(Cpv::parse("45223220-4")->cpv.text() == "45223220");
    CHECK(Cpv::parse("9132100")->cpv.text() == "09132100");
    CHECK(Cpv::parse("9132100")->remark == "cpv_zero_perdu");
    CHECK(Cpv::parse("9132100-4")->cpv.text() == "09132100");
    CHECK(Cpv::parse("45000000")->cpv.division() == "45");
    for (const char* bad : {"4", "452232204", "45223220-", "45223220-42", "ABCDEFGH"})
        CHECK(Cpv::parse(bad).error().code == "cpv_format");
}

TEST_CASE("a département is told from postcodes and commune codes") {
    struct Case {
        const char* text;
        const char* code;
    };
    const Case cases[] = {{"75", "75"},     {"1", "01"},     {"75 014", "75"}, {"75014", "75"}, {"1000", "01"},
                          {"20200", "2B"},  {"20000", "2A"}, {"2A", "2A"},     {"2b", "2B"},    {"2A004", "2A"},
                          {"97411", "974"}, {"974", "974"},  {"98800", "988"}, {"35238", "35"}};
    for (const Case& c : cases) {
        INFO(c.text);
        REQUIRE(parse_department(c.text).has_value());
        CHECK(*parse_department(c.text) == c.code);
    }
    for (const char* bad : {"", "Londres", "96", "00", "20", "979", "750142", "FR"})
        CHECK(parse_department(bad).error().code == "departement_inconnu");
}

TEST_CASE("schemes get their usual spelling") {
    CHECK(scheme_name("Siret") == "SIRET");
    CHECK(scheme_name("TVA_INTRACOMMUNAUTAIRE") == "TVA");
    CHECK(scheme_name("HORS_UE") == "HORS-UE");
    CHECK(scheme_name("FRW") == "FRWF");
    CHECK(scheme_name("ridet") == "RIDET");
    CHECK(scheme_name("") == "");
}
