// What pages of calculations show: figures in French, sources, what is not verified.
#include "clausier/present/calculation_views.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/present/calculations.hpp"

using namespace clausier;

namespace {

const core::Date kDay = core::parse_iso_date("2026-11-21").value();

domain::LotFigures lot(const char* number, const char* trade, std::int64_t euros) {
    domain::LotFigures out;
    out.number = number;
    out.title = trade;
    out.trade = trade;
    if (euros) out.amount = core::Euros::whole(euros);
    return out;
}

domain::TenderStudy study() {
    return domain::study_tender(
        {lot("1", "Peinture intérieure", 200'000), lot("2", "Gros œuvre", 10'000), lot("3", "Carrelage", 0)}, {},
        domain::Reference::national(), kDay);
}

}  // namespace

TEST_CASE("the document adds totals, comparison and warnings to the hours of lots") {
    const present::Answer answer = present::answer(study());
    const auto& document = answer.document.as_object();
    CHECK(document.at("heures_total").as_string() == "205.00");
    CHECK(document.at("jours_total").as_string() == "29.29");
    CHECK(document.at("etp_total").as_string() == "0.13");
    CHECK(document.at("etp_reference").as_string() == "1607.00");
    CHECK(document.at("comparaison").as_array().size() == 3);
    CHECK(document.at("comparaison").at(1).at("taux").as_string() == "5.00");
    CHECK(document.at("comparaison").at(1).at("heures").as_string() == "205.00");
    REQUIRE(document.at("avertissements").as_array().size() == 1);
    CHECK(document.at("avertissements").at(0).at("lot").as_string() == "2");
    CHECK(document.at("avertissements").at(0).at("code").as_string() == "heures_faibles");
    CHECK(answer.rows == "lots");
}

TEST_CASE("the view says each lot, what is missing, and what nobody has verified") {
    const auto view = present::study_view(study());
    CHECK(view.at("annonce").at("chiffre").as_string() == "205\u00a0h");
    const std::string rest(view.at("annonce").at("suite").as_string());
    CHECK(rest.find("ETP-années (÷") != std::string::npos);
    CHECK(rest.find("1\u00a0lot n’a pas d’heures") != std::string::npos);
    CHECK(rest.find("pour 2\u00a0lots sur 3") != std::string::npos);
    CHECK(view.at("total").at("libelle").as_string() == "Total, 2\u00a0lots sur 3");
    const auto& lots = view.at("lots").as_array();
    REQUIRE(lots.size() == 3);
    CHECK(lots[0].at("heures").as_string() == "199\u00a0h");
    CHECK(lots[0].at("remarque").is_null());
    CHECK(lots[2].at("heures").is_null());
    CHECK(lots[2].at("remarque").as_string().find("montant manque") != std::string::npos);
    CHECK(lots[1].at("avertissements").as_array().size() == 1);
    CHECK(view.at("explications").as_array().size() == 2);
    CHECK(view.at("a_verifier").as_string().find("1\u00a0lot s’appuie") == 0);
    CHECK(view.at("comparaison").at("barres").as_array().size() == 3);
    CHECK(view.at("ouvert").as_bool());
}

TEST_CASE("what reference values stand for is told with their source, typed figures are not") {
    const auto lots = study().tender.lots;
    const std::string painting = present::reference_line(lots[0]);
    CHECK(painting.find("part 70\u00a0% (MEF Sud 77)") != std::string::npos);
    CHECK(painting.find("Insee 2020") != std::string::npos);
    CHECK(present::reference_line(lots[1]).find("(usage, non vérifiée)") != std::string::npos);
    CHECK(present::reference_line(lots[2]).empty());
    domain::LotFigures own = lot("1", "Peinture intérieure", 200'000);
    own.labour_share = core::Rate::of(5000);
    own.effort = core::Rate::of(500);
    own.hourly_cost = core::Euros::whole(30);
    const auto typed = domain::tender_hours({own}, {}, domain::Reference::national(), kDay);
    CHECK(present::reference_line(typed.lots[0]).empty());
}

TEST_CASE("a result announces the figure that was sought") {
    const domain::AmountResult result = domain::calculate_amount(
        {core::Euros::whole(1'000'000), core::Rate::of(5000), core::Rate::of(500), {}, core::Hours::whole(833), {}},
        domain::Reference::national(), kDay);
    const auto view = present::result_view(present::answer(result), "Coût horaire chargé");
    CHECK(view.at("annonce").at("avant").as_string() == "Coût horaire chargé\u00a0: ");
    CHECK(view.at("annonce").at("chiffre").as_string() == "30,01\u00a0€");
    CHECK(view.at("etapes").as_array().size() >= 3);
    CHECK(present::result_view({}, "").at("annonce").at("chiffre").as_string().empty());
}
