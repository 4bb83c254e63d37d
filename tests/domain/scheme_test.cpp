// Schemes and targets: what is typed is read exactly, what is impossible is refused, what was done is compared.
#include "clausier/domain/scheme.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace clausier::domain;

namespace {

Scheme scheme() {
    Scheme out;
    out.title = "Schéma 2024-2028";
    out.first_year = 2024;
    out.last_year = 2028;
    out.buyers = {{1}};
    return out;
}

Target target(std::string indicator, TargetMeasure measure, int year) {
    Target out;
    out.indicator = std::move(indicator);
    out.measure = measure;
    out.year = year;
    return out;
}

std::string places(const std::vector<core::Issue>& issues) {
    std::string out;
    for (const core::Issue& one : issues) out += one.where + " ";
    return out;
}

}  // namespace

TEST_CASE("a target is read as people write it, in the parts of its measure") {
    CHECK(parse_target(TargetMeasure::number, "30 %").value() == 3000);
    CHECK(parse_target(TargetMeasure::amount, "12,5").value() == 1250);
    CHECK(parse_target(TargetMeasure::euros, "3 M€").value() == 300'000'000);
    CHECK(parse_target(TargetMeasure::value, "57 869 h").value() == 5'786'900);
    CHECK(parse_target(TargetMeasure::contracts, "300 contrats").value() == 300);
    CHECK(parse_target(TargetMeasure::number, "130 %").error().code == "cible_taux");
    CHECK_FALSE(parse_target(TargetMeasure::number, "-5 %").has_value());
    CHECK_FALSE(parse_target(TargetMeasure::contracts, "12,5").has_value());
    CHECK_FALSE(parse_target(TargetMeasure::value, "beaucoup").has_value());
    for (const TargetMeasure measure : target_measures) {
        const std::int64_t parts = measure == TargetMeasure::contracts ? 1250 : 1255;
        CHECK(parse_target(measure, target_typed(measure, parts)).value() == parts);
        CHECK(target_measure(code(measure)) == measure);
    }
}

TEST_CASE("a target says its figure with the unit of its indicator") {
    CHECK(target_text(TargetMeasure::number, "contrats", 3000) == "30\u00a0%");
    CHECK(target_text(TargetMeasure::value, "heures", 5'786'900) == "57\u202f869\u00a0h");
    CHECK(target_text(TargetMeasure::contracts, "contrats", 1) == "1\u00a0contrat");
    CHECK(target_text(TargetMeasure::value, "personnes", 12'000) == "120\u00a0personnes");
}

TEST_CASE("a scheme needs a title, its years in order and a buyer; its address is one") {
    CHECK(faults(scheme()).empty());
    Scheme wrong;
    wrong.first_year = 2028;
    wrong.last_year = 2024;
    wrong.url = "valbrume";
    CHECK(places(faults(wrong)) == "titre derniere_annee url acheteurs ");
    wrong.first_year = 12;
    CHECK(places(faults(wrong)).find("premiere_annee") != std::string::npos);
    Scheme shared = scheme();
    shared.title = "  Schéma   2024 ";
    shared.buyers = {{2}, {1}, {2}};
    tidy(shared);
    CHECK(shared.title == "Schéma 2024");
    CHECK(shared.buyers == std::vector<Id<Organisation>>{{1}, {2}});
    CHECK(shared.shared());
}

TEST_CASE("a target is of an indicator that exists, measured as it can be, within the years of the scheme") {
    CHECK(faults(target("S1", TargetMeasure::number, 2026), scheme()).empty());
    CHECK(places(faults(target("Z9", TargetMeasure::number, 2026), scheme())) == "indicateur ");
    CHECK(places(faults(target("S1", TargetMeasure::value, 2026), scheme())) == "mesure ");
    CHECK(places(faults(target("I1", TargetMeasure::number, 2026), scheme())) == "mesure ");
    CHECK(places(faults(target("S1", TargetMeasure::number, 2029), scheme())) == "annee ");
    Target lower = target("s1", TargetMeasure::number, 2026);
    tidy(lower);
    CHECK(lower.indicator == "S1");
}

TEST_CASE("what was done stands in the parts of the target, and is nothing where there is no figure") {
    IndicatorValue value;
    value.code = "S1";
    value.part = {30, 0, core::Euros::whole(500)};
    value.all = {120, 0, core::Euros::whole(1000)};
    CHECK(achieved(TargetMeasure::number, value) == 2500);
    CHECK(achieved(TargetMeasure::amount, value) == 5000);
    CHECK(achieved(TargetMeasure::contracts, value) == 30);
    CHECK(achieved(TargetMeasure::euros, value) == 50'000);
    CHECK_FALSE(achieved(TargetMeasure::value, value));
    value.unavailable = "pas encore";
    CHECK_FALSE(achieved(TargetMeasure::number, value));
    IndicatorValue empty;
    CHECK_FALSE(achieved(TargetMeasure::number, empty));
}

TEST_CASE("the marks of the national plan are those of the reference, and say that it has expired") {
    const Reference reference = Reference::national();
    const auto marks = historic_marks(reference, core::parse_iso_date("2026-12-31").value());
    REQUIRE(marks.size() == 2);
    for (const HistoricMark& mark : marks) {
        CHECK(mark.rate == (mark.indicator == "S1" ? core::Rate::of(3000) : core::Rate::of(10'000)));
        CHECK(mark.note.find("expiré") != std::string::npos);
        CHECK(mark.stands_in(2025));
        CHECK_FALSE(mark.stands_in(2026));
    }
    CHECK(historic_marks(reference, core::parse_iso_date("2020-12-31").value()).empty());
}

TEST_CASE("every field of a scheme and of a target is told by name") {
    CHECK(changed_fields(field_texts(scheme()), field_texts(scheme())).empty());
    Scheme other = scheme();
    other.buyers = {{1}, {2}};
    other.last_year = 2030;
    CHECK(changed_fields(field_texts(scheme()), field_texts(other)) == "derniere_annee, acheteurs");
    Target next = target("S1", TargetMeasure::number, 2026);
    next.parts = 3000;
    CHECK(changed_fields(field_texts(target("S1", TargetMeasure::number, 2026)), field_texts(next)) == "valeur");
}
