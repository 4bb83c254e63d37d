// One reference value read from texts: accepted whole, or refused with every fault named.
#include "clausier/domain/reference_value.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;
using clausier::core::Error;
using clausier::core::Issue;
using namespace std::chrono_literals;

namespace {

ReferenceTexts painting() {
    ReferenceTexts texts;
    texts.key = "labour_share.interior_painting";
    texts.value = "70";
    texts.unit = "percent";
    texts.label = "Peinture intérieure";
    texts.source = "MEF Sud 77";
    return texts;
}

std::string option(std::string_view column) { return "option --" + std::string(column); }

std::vector<std::string> faults(const ReferenceTexts& texts) {
    std::vector<Issue> issues;
    REQUIRE_FALSE(parse_reference_value(texts, Layer::local, option, issues));
    std::vector<std::string> codes;
    for (const auto& issue : issues) codes.push_back(issue.code);
    return codes;
}

}  // namespace

TEST_CASE("a value typed by a person is read with its decimal comma and its date") {
    auto texts = painting();
    texts.value = "67,5";
    texts.value_min = "60";
    texts.value_max = "70";
    texts.valid_from = "01/03/2026";
    texts.verified = "oui";
    std::vector<Issue> issues;
    const auto value = parse_reference_value(texts, Layer::local, option, issues);
    REQUIRE(issues.empty());
    REQUIRE(value);
    REQUIRE(value->parts == 6750);
    REQUIRE(value->min == 6000);
    REQUIRE(value->max == 7000);
    REQUIRE(value->valid_from == 2026y / 3 / 1);
    REQUIRE(value->citation.verified);
    REQUIRE(value->citation.layer == Layer::local);
    REQUIRE(value->text() == "67.50");
}

TEST_CASE("a date is a value too, and a count is whole") {
    auto texts = painting();
    texts.key = "date.eiti_end";
    texts.unit = "date";
    texts.value = "2026-12-22";
    std::vector<Issue> issues;
    const auto date = parse_reference_value(texts, Layer::national, option, issues);
    REQUIRE(date);
    REQUIRE(date->day() == 2026y / 12 / 22);
    REQUIRE(date->text() == "2026-12-22");

    texts.unit = "months";
    texts.value = "3";
    const auto months = parse_reference_value(texts, Layer::national, option, issues);
    REQUIRE(months);
    REQUIRE(months->text() == "3");
    texts.value = "3,5";
    REQUIRE(faults(texts) == std::vector<std::string>{"reference_valeur"});
}

TEST_CASE("every fault of a value is told at once, at its option") {
    auto texts = painting();
    texts.key = "Peinture";
    texts.value = "beaucoup";
    texts.label = "";
    texts.source = " ";
    texts.url = "exemple";
    texts.valid_from = "mars";
    texts.verified = "peut-être";
    const auto codes = faults(texts);
    for (const auto* code : {"reference_cle", "reference_valeur", "reference_libelle", "reference_source",
                             "reference_url", "reference_date", "reference_verifie"})
        REQUIRE(std::count(codes.begin(), codes.end(), code) == 1);
    REQUIRE(codes.size() == 7);

    std::vector<Issue> issues;
    parse_reference_value(texts, Layer::local, option, issues);
    REQUIRE(issues.front().where == "option --key");
}

TEST_CASE("a value below zero, beyond its bounds or in no unit is refused") {
    auto texts = painting();
    texts.value = "-1";
    REQUIRE(faults(texts) == std::vector<std::string>{"reference_valeur"});
    texts.value = "70";
    texts.value_max = "60";
    REQUIRE(faults(texts) == std::vector<std::string>{"reference_bornes"});
    texts.value_max = "";
    texts.unit = "francs";
    REQUIRE(faults(texts) == std::vector<std::string>{"reference_unite"});
}

TEST_CASE("each unit is read back from its own name") {
    for (const auto unit : {Unit::percent, Unit::eur, Unit::eur_per_hour, Unit::eur_per_day, Unit::eur_per_month,
                            Unit::hours, Unit::fte, Unit::days, Unit::months, Unit::years, Unit::count, Unit::date})
        REQUIRE(parse_unit(unit_name(unit)) == unit);
    REQUIRE_FALSE(parse_unit("Percent"));
    REQUIRE(unit_symbol(Unit::eur_per_hour) == "€/h");
}

TEST_CASE("a bad row of a data file is an error that names the file and the line") {
    constexpr std::string_view csv =
        "key,value,value_min,value_max,unit,label,valid_from,source,url,checked_on,verified,note\n"
        "a.b,1,,,count,B,,s,,2026-11-21,yes,\n"
        "a.c,un,,,count,C,,s,,2026-11-21,yes,\n";
    try {
        (void)parse_reference_csv(csv, "data/reference/x.csv", Layer::national);
        FAIL("the bad row was read");
    } catch (const Error& error) {
        REQUIRE(error.issues().size() == 1);
        REQUIRE(error.issues().front().where == "data/reference/x.csv, ligne 3, colonne « value »");
    }
}
