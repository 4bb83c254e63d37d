// What people read of the mandatory condition.
#include "clausier/present/mandatory_conditions.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::ConditionState;

namespace {

const domain::Reference& national() {
    static const domain::Reference values = domain::Reference::national();
    return values;
}
const core::Date today = core::parse_iso_date("2026-11-21").value();

domain::ConditionCounts counts(std::int64_t with, std::int64_t without, std::int64_t excepted, std::int64_t doubtful) {
    domain::ConditionCounts out;
    const auto set = [&](ConditionState state, std::int64_t n) {
        out.by_state.at(static_cast<std::size_t>(state)) = {n, n};
    };
    set(ConditionState::conforming, with);
    set(ConditionState::without, without);
    set(ConditionState::exception, excepted);
    set(ConditionState::to_check, doubtful);
    return out;
}

domain::MarketConditionSheet works() {
    domain::MarketConditionSheet out;
    out.sheet.buyer.kind = domain::OrganisationKind::public_body;
    out.sheet.market.object = "École";
    out.sheet.market.cpv = "45210000";
    out.sheet.market.estimated_need = core::Euros::whole(6'000'000);
    out.sheet.market.consultation_on = core::parse_iso_date("2026-09-01").value();
    out.sheet.lots.emplace_back().considerations = "Pas de considération sociale";
    out.condition = domain::market_condition(out.sheet, std::nullopt, national(), today);
    return out;
}

}  // namespace

TEST_CASE("the rate is told with its denominator, and what is to be checked is not in it") {
    CHECK(
        present::condition_phrase(counts(3, 1, 1, 12)) ==
        "3\u00a0marchés sur 5 soumis ont une condition sociale (60\u00a0%)\u00a0; 1 a une exception motivée, 12 sont à "
        "vérifier");
    CHECK(present::condition_phrase(counts(0, 1, 0, 1)) ==
          "0\u00a0marché sur 1 soumis a une condition sociale (0\u00a0%)\u00a0; 0 a une exception motivée, 1 est à "
          "vérifier");
    CHECK(present::condition_phrase(counts(0, 0, 0, 0)).starts_with("Aucun marché n’est soumis"));
}

TEST_CASE("a market says its state, why, its thresholds and the cases of exception") {
    const auto sheet = works();
    const auto answer = present::answer(sheet);
    CHECK(answer.document.at("etat").as_string() == "sans_condition");
    CHECK(answer.document.at("seuils").at(0).at("montant").as_string() == "5404000.00");
    CHECK(answer.document.at("exceptions").as_array().size() == 4);
    CHECK(answer.document.at("motif").is_null());
    const auto view = present::condition_view(sheet, national(), today);
    CHECK(view.at("classe").as_string() == "alerte");
    CHECK(view.at("peut_motiver").as_bool());
    CHECK(view.at("motif").is_null());
}

TEST_CASE("a recorded exception shows its case in words") {
    auto sheet = works();
    sheet.exception = domain::KeptException{{"condition.exception.link", "Sans pose."}, core::Instant(), "test"};
    const auto view = present::condition_view(sheet, national(), today);
    CHECK(view.at("motif").at("cas").as_string() ==
          "la condition n’aurait pas de lien suffisant avec l’objet du marché.");
    CHECK(present::answer(sheet).document.at("motif").at("texte").as_string() == "Sans pose.");
}

TEST_CASE("the cases offered are those of the type") {
    CHECK(present::exception_options(domain::PurchaseType::works, national(), today).size() == 4);
    CHECK(present::exception_options(domain::PurchaseType::services, national(), today).size() == 3);
    CHECK(present::exception_options(domain::PurchaseType::concession, national(), today).size() == 2);
}

TEST_CASE("the list has one row a market, of as many cells as columns") {
    domain::ConditionPage page;
    const auto sheet = works();
    page.lines.push_back({sheet.sheet.market, "Commune de Valbrume", sheet.condition, std::nullopt});
    page.total = 1;
    page.counts = counts(0, 1, 0, 0);
    const auto answer = present::answer(page);
    CHECK(answer.table.rows.at(0).size() == answer.table.columns.size());
    CHECK(answer.document.at("soumis").at("marches").as_int64() == 1);
    CHECK(answer.document.at("lignes").at(0).at("motif").is_null());
    const auto view = present::conditions_view(page);
    CHECK(view.at("etats").as_array().size() == 6);
    CHECK_FALSE(view.at("vide").as_bool());
}
