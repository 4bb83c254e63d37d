// Indicators as pages show them: denominators, gaps, changes, what is not available.
#include "clausier/present/spaser_views.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::Counted;
using domain::IndicatorValue;

namespace {

IndicatorValue value(std::int64_t part, std::int64_t filled, std::int64_t all) {
    IndicatorValue out;
    out.code = "S1";
    out.part = {part, 0, core::Euros::whole(part * 1000)};
    out.filled = {filled, 0, core::Euros::whole(filled * 1000)};
    out.all = {all, 0, core::Euros::whole(all * 1000)};
    return out;
}

const domain::IndicatorInfo& info(std::string_view code = "S1") { return *domain::indicator_info(code); }

}  // namespace

TEST_CASE("a figure stands with its number, its amount, and both denominators") {
    const auto view = present::figure_view(info(), value(2, 3, 4));
    CHECK(view.at("nombre").as_string() == "2");
    CHECK(view.at("sur_nombre").as_string() == "4");
    CHECK(view.at("taux_nombre").as_string() == "50\u00a0%");
    CHECK(view.at("taux_nombre_renseigne").as_string() == "66,67\u00a0%");
    CHECK(view.at("renseignement").as_string() == "75\u00a0%");
    CHECK(view.at("montant").as_string() == "2\u202f000\u00a0€");
    CHECK(view.at("indisponible").as_string().empty());
}

TEST_CASE("a rate on nothing is no rate, never zero") {
    const auto view = present::figure_view(info(), value(0, 0, 0));
    CHECK(view.at("taux_nombre").as_string().empty());
    CHECK(present::figure_json(info(), value(0, 0, 0)).at("taux_nombre").is_null());
    CHECK(present::figure_json(info(), value(0, 1, 1)).at("taux_nombre").as_string() == "0.00");
}

TEST_CASE("contracts that all say nothing have no rate to read, except by the official definitions") {
    const auto view = present::figure_view(info(), value(0, 0, 4));
    CHECK(view.at("muet").as_bool());
    CHECK(view.at("taux_nombre").as_string().empty());
    CHECK(present::figure_view(info("O1"), value(0, 0, 4)).at("taux_nombre").as_string() == "0\u00a0%");
    const IndicatorValue silent = value(0, 0, 4);
    CHECK(present::trend_chart(info(), {{2026, &silent}}, {}, "essai").at("vide").as_bool());
}

TEST_CASE("what is not available has a reason and no figure") {
    IndicatorValue none = value(0, 0, 0);
    none.unavailable = "aucune exécution n’est encore suivie ici";
    const auto json = present::figure_json(info("I1"), none);
    CHECK(json.at("nombre").is_null());
    CHECK(json.at("indisponible").as_string() == "aucune exécution n’est encore suivie ici");
    CHECK(present::figure_view(info("I1"), none).at("est_taux").as_bool() == false);
    CHECK(present::change_text(none, value(1, 1, 2)).empty());
}

TEST_CASE("a mean shows its value and its unit") {
    IndicatorValue offers = value(4, 4, 5);
    offers.value = core::Fraction(13, 4);
    CHECK(present::figure_view(info("P3"), offers).at("valeur").as_string() == "3,25\u00a0offres par contrat");
    CHECK(present::figure_json(info("P3"), offers).at("valeur").as_string() == "3.25");
}

TEST_CASE("a change is told in points, with its sign") {
    CHECK(present::change_text(value(3, 4, 4), value(1, 4, 4)) == "+50\u00a0points");
    CHECK(present::change_text(value(1, 4, 4), value(2, 4, 4)) == "−25\u00a0points");
    CHECK(present::change_text(value(1, 4, 4), value(1, 4, 4)) == "0\u00a0point");
    CHECK(present::change_text(value(1, 4, 4), value(0, 0, 0)).empty());
}

TEST_CASE("a year without contracts is a gap of the chart, and marks stay in their years") {
    const IndicatorValue first = value(1, 2, 2);
    const IndicatorValue last = value(2, 2, 2);
    const std::vector<present::YearFigure> years{{2024, &first}, {2025, nullptr}, {2026, &last}};
    const present::YearLine mark{"Repère historique", {core::Rate::of(3000), core::Rate::of(3000), std::nullopt}};
    const auto chart = present::trend_chart(info(), years, {mark}, "essai");
    const auto& series = chart.at("series").as_array();
    REQUIRE(series.size() == 2);
    CHECK(series[0].at("points").as_array().size() == 2);
    CHECK(series[0].at("traits").as_array().empty());
    CHECK(series[1].at("traits").as_array().size() == 1);
    CHECK(chart.at("denominateur").as_string() ==
          "Part de tous les contrats de chaque année, en nombre\u00a0: 4\u00a0contrats en tout");
    const present::YearLine silent{"Cible du schéma", {std::nullopt, std::nullopt, std::nullopt}};
    CHECK(present::trend_chart(info(), years, {silent}, "essai").at("series").as_array().size() == 1);
}

TEST_CASE("every option is said in words, and differently when it changes") {
    const domain::IndicatorOptions usual;
    const auto said = present::method_texts(usual);
    domain::IndicatorOptions other{domain::AmountRule::amended,
                                   domain::ShareRule::per_holder,
                                   domain::FrameworkRule::both,
                                   domain::ApprovalRule::today,
                                   true,
                                   true};
    const auto changed = present::method_texts(other);
    REQUIRE(said.size() == changed.size());
    int different = 0;
    for (std::size_t i = 0; i < said.size(); ++i) different += said[i] != changed[i];
    CHECK(different == 6);
}

TEST_CASE("every reason of exclusion is said in words") {
    for (const char* reason : {"prive", "concession", "marche_subsequent", "accord_cadre", "annee_inconnue"})
        CHECK(present::exclusion_text(reason) != reason);
}

TEST_CASE("every indicator belongs to a family that pages show") {
    for (const domain::IndicatorInfo& one : domain::indicators()) {
        CAPTURE(one.code);
        bool found = false;
        for (const present::IndicatorFamily& family : present::indicator_families())
            found = found || family.code == one.family;
        CHECK(found);
    }
}
