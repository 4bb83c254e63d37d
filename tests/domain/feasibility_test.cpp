// Warnings on hours: too few, too thin, too many, each at its bound.
#include "clausier/domain/feasibility.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/cases.hpp"

using namespace clausier::domain;
using namespace clausier::core;

namespace {

const Date kDay = parse_iso_date("2026-11-21").value();

AmountResult lot(const clausier::tests::Case& c, const Reference& reference) {
    return calculate_amount({parse_euros(c.at("montant")).value(),
                             parse_percent(c.at("part_mo")).value(),
                             parse_percent(c.at("taux")).value(),
                             parse_euros(c.at("cout_horaire")).value(),
                             {},
                             {}},
                            reference, kDay);
}

}  // namespace

TEST_CASE("feasibility, case by case") {
    const Reference reference = Reference::national();
    for (const auto& c : clausier::tests::cases("calculation/faisabilite.csv")) {
        INFO(c.at("source"));
        std::optional<Fraction> months;
        if (!c.at("mois").empty()) months = Fraction(parse_scaled(c.at("mois"), 100).value(), 100);
        std::string codes;
        for (const Issue& issue : feasibility(lot(c, reference), months, reference, kDay)) {
            codes += (codes.empty() ? "" : ";") + issue.code;
            CHECK(issue.severity == Severity::warning);
        }
        CHECK(codes == c.at("avertissements"));
    }
}

TEST_CASE("a bound that nobody has checked is said to be so, a checked one is not") {
    const Reference reference = Reference::national();
    const clausier::tests::Case small{{"montant", "30000"}, {"part_mo", "50"}, {"taux", "25"}, {"cout_horaire", "300"}};
    const auto issues = feasibility(lot(small, reference), {}, reference, kDay);
    REQUIRE(issues.size() == 2);
    CHECK(issues[0].text.find("repère à vérifier") != std::string::npos);
    CHECK(issues[1].code == "part_des_heures");
    CHECK(issues[1].text.find("repère à vérifier") == std::string::npos);
}

TEST_CASE("a duration of nothing is refused") {
    const Reference reference = Reference::national();
    const clausier::tests::Case any{{"montant", "30000"}, {"part_mo", "50"}, {"taux", "5"}, {"cout_horaire", "30"}};
    CHECK_THROWS_AS(feasibility(lot(any, reference), Fraction(0), reference, kDay), Error);
}
