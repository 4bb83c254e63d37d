// The document of a lot: every key there, decimals as texts, what is unknown null.
#include "clausier/present/lots.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {

domain::LotSheet sheet() {
    domain::LotSheet out;
    out.lot.id = {3};
    out.lot.number = "2";
    out.lot.title = "Peinture « mate » \"lavable\"";
    out.lot.amount = core::Euros::of(20'000'050);
    out.lot.effort = core::Rate::of(550);
    out.lot.place_code = "57000";
    out.lot.holders.push_back({{7}, {"SIRET", "99900001000019"}, "Bâtisseurs"});
    out.lot.revision = 4;
    out.market.id = {1};
    out.market.reference = "2026-01";
    out.market.notified_on = core::parse_iso_date("2026-03-01").value();
    out.buyer.id = {5};
    out.buyer.name = "Commune de Valbrume";
    return out;
}

}  // namespace

TEST_CASE("the document of a lot holds the lot, its market and its buyer") {
    const auto document = boost::json::parse(present::document(sheet()));
    CHECK(document.at("lot_id").to_number<int>() == 3);
    CHECK(document.at("intitule").as_string() == "Peinture « mate » \"lavable\"");
    CHECK(document.at("montant").as_string() == "200000.50");
    CHECK(document.at("montant_max").is_null());
    CHECK(document.at("taux").as_string() == "5.50");
    CHECK(document.at("departement").as_string() == "57");
    CHECK(document.at("titulaires").as_array().at(0).at("nom").as_string() == "Bâtisseurs");
    CHECK(document.at("marche").at("date_notification").as_string() == "2026-03-01");
    CHECK(document.at("acheteur").at("nature").as_string() == "inconnu");
    CHECK(present::answer(sheet()).document == document);
}

TEST_CASE("a lot explained gives steps, hypotheses with their sources, and what was kept") {
    const auto today = core::parse_iso_date("2026-11-21").value();
    domain::StoredCalculation kept;
    kept.id = {8};
    kept.at = std::chrono::sys_days(today);
    kept.hours = core::Hours::whole(12);
    kept.inputs = {{"montant", "5.00"}};
    const auto explained = domain::explain(sheet(), {kept}, {}, domain::Reference::national(), today);
    const auto answer = present::answer(explained);
    const auto& calculation = answer.document.at("calcul");
    CHECK(calculation.at("etapes").as_array().size() > 1);
    const auto& details = calculation.at("hypotheses_detail").as_array();
    REQUIRE(details.size() == 3);
    CHECK(details[0].at("origine").as_string() == "reference");
    CHECK_FALSE(details[0].at("source").as_string().empty());
    CHECK(details[1].at("origine").as_string() == "lot");
    CHECK(details[1].at("source").as_string().empty());
    const auto& stored = answer.document.at("calculs_enregistres").as_array().at(0);
    CHECK(stored.at("date").as_string() == "2026-11-21T00:00:00Z");
    CHECK(stored.at("differe").as_bool());
    CHECK(stored.at("donnees").at("montant").as_string() == "5.00");
    CHECK_FALSE(answer.lines.empty());
}
