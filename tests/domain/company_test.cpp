// What hires yield over the lots of a company.
#include "clausier/domain/company.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/text.hpp"
#include "support/cases.hpp"

using namespace clausier::domain;
using namespace clausier::core;

namespace {

const Date kDay = parse_iso_date("2026-11-21").value();

std::vector<OwedLot> lots(const std::string& text) {
    std::vector<OwedLot> out;
    for (const auto part : clausier::core::split(text, ';')) out.push_back({"Lot", parse_hours(part).value()});
    return out;
}

Hire hire(const clausier::tests::Case& c) {
    Hire out;
    out.label = "Apprentissage";
    out.people = parse_scaled(c.at("personnes"), 1).value();
    if (!c.at("heures_mois").empty()) out.monthly = parse_hours(c.at("heures_mois")).value();
    out.months = Fraction(parse_scaled(c.at("mois"), 100).value(), 100);
    if (!c.at("part").empty()) out.counted = parse_percent(c.at("part")).value();
    return out;
}

std::string where_of(const std::vector<OwedLot>& owed, const std::vector<Hire>& hires) {
    try {
        static_cast<void>(plan_company(owed, hires, Reference::national(), kDay));
    } catch (const Error& error) {
        return error.issues().front().where;
    }
    return "nothing refused";
}

}  // namespace

TEST_CASE("what hires yield, case by case") {
    const Reference reference = Reference::national();
    for (const auto& c : clausier::tests::cases("calculation/entreprise.csv")) {
        INFO(c.at("source"));
        const CompanyPlan plan = plan_company(lots(c.at("dues")), {hire(c)}, reference, kDay);
        std::string covered;
        Hours sum;
        for (const LotCoverage& lot : plan.lots) {
            covered += (covered.empty() ? "" : ";") + decimal(lot.covered);
            sum += lot.covered;
            CHECK(lot.covered <= lot.lot.owed);
            CHECK(lot.covered + lot.missing == lot.lot.owed);
        }
        CHECK(covered == c.at("couvertes"));
        CHECK(decimal(plan.yielded) == c.at("produites"));
        CHECK(decimal(plan.missing) == c.at("manquantes"));
        CHECK(decimal(plan.surplus) == c.at("en_plus"));
        CHECK(sum + plan.surplus == plan.yielded);
    }
}

TEST_CASE("several hires add up, and each says its step") {
    Hire first;
    first.label = "Embauche directe en apprentissage";
    first.months = Fraction(12);
    first.counted = Rate::of(7500);
    Hire second = first;
    second.label = "Mise à disposition par une ETTI";
    second.monthly = Hours::whole(70);
    second.counted.reset();
    const CompanyPlan plan = plan_company(lots("1000;1000"), {first, second}, Reference::national(), kDay);
    CHECK(decimal(plan.yielded) == "2205.03");  // 151.67 × 12 × 75 % + 70 × 12
    CHECK(plan.hires[0].monthly_by_reference);
    CHECK_FALSE(plan.hires[1].monthly_by_reference);
    CHECK(plan.steps[0].sentence().find("151,67") != std::string::npos);
    CHECK(plan.steps[1].label == "Mise à disposition par une ETTI");
}

TEST_CASE("what cannot be is refused where it stands") {
    Hire one;
    one.months = Fraction(1);
    Hire none = one;
    none.people = 0;
    Hire unpaid = one;
    unpaid.monthly = Hours();
    Hire timeless = one;
    timeless.months = Fraction(0);
    Hire more_than_all = one;
    more_than_all.counted = Rate::of(10'001);
    CHECK(where_of(lots("10"), {one, none}) == "embauche 2, option --nombre");
    CHECK(where_of(lots("10"), {unpaid}) == "embauche 1, option --heures-mois");
    CHECK(where_of(lots("10"), {timeless}) == "embauche 1, option --mois");
    CHECK(where_of(lots("10"), {more_than_all}) == "embauche 1, option --part-comptee");
    CHECK(where_of(lots("10;-1"), {one}) == "lot 2, option --heures");
    CHECK(where_of(lots("0;0"), {one}) == "option --heures");
    CHECK(where_of(lots("10"), {}) == "option --embauche");
}
