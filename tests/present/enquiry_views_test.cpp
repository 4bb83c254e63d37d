// What the pages of dossiers show: steps, lacks, delays, columns of scenarios, what an award will make.
#include "clausier/present/enquiry_views.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/present/template.hpp"
#include "enquiry_samples.hpp"

using namespace clausier;
namespace json = boost::json;

namespace {

const core::Date today = testing::day("2026-11-21");

json::object view_of(const domain::EnquirySheet& sheet) {
    return present::enquiry_view(sheet, testing::studies_of(sheet), {today});
}

}  // namespace

TEST_CASE("the steps of a dossier tell where it is and what was answered") {
    domain::EnquirySheet sheet = testing::enquiry_sheet();
    const json::array first = view_of(sheet).at("etapes").as_array();
    REQUIRE(first.size() == 7);
    CHECK(first.at(0).at("courante").as_bool());
    CHECK(first.at(3).at("libelle").as_string() == "Réponse de l’acheteur");
    sheet.enquiry.state = domain::EnquiryState::modified;
    const json::array later = view_of(sheet).at("etapes").as_array();
    CHECK(later.at(3).at("libelle").as_string() == "Modifié");
    CHECK(later.at(3).at("courante").as_bool());
    CHECK(later.at(2).at("faite").as_bool());
    CHECK_FALSE(later.at(4).at("faite").as_bool());
}

TEST_CASE("the next step is possible or says what it lacks; the others stand apart") {
    domain::EnquirySheet sheet = testing::enquiry_sheet();
    const json::object ready = view_of(sheet);
    // The buyer may give up before anything is recommended: the refusal stands beside the next step.
    REQUIRE(ready.at("suites").as_array().size() == 2);
    CHECK(ready.at("suites").as_array().at(0).at("etat").as_string() == "etudie");
    CHECK(ready.at("suites").as_array().at(0).at("possible").as_bool());
    CHECK(ready.at("a_des_autres").as_bool());
    CHECK(ready.at("peut_avancer").as_bool());
    sheet.lots.at(0).estimate.reset();
    const json::object lacking = view_of(sheet);
    const auto& next = lacking.at("suites").as_array().at(0);
    CHECK_FALSE(next.at("possible").as_bool());
    CHECK_FALSE(lacking.at("peut_avancer").as_bool());
    CHECK(next.at("manques").as_array().at(0).at("champ").as_string() == "lots");
    sheet = testing::enquiry_sheet();
    sheet.enquiry.state = domain::EnquiryState::recommended;
    CHECK(view_of(sheet).at("suites").as_array().size() == 3);
    sheet.enquiry.state = domain::EnquiryState::awarded;
    CHECK(view_of(sheet).at("suites").as_array().empty());
    CHECK(view_of(sheet).at("attribue").as_bool());
}

TEST_CASE("key figures give hours in days and weeks, and a deadline that has passed is said to have") {
    domain::EnquirySheet sheet = testing::enquiry_sheet();
    const json::array figures = view_of(sheet).at("cles").as_array();
    REQUIRE(figures.size() == 4);
    CHECK(figures.at(0).at("valeur").as_string() == "199\u00a0h");
    CHECK(figures.at(2).at("valeur").as_string() == "1 sur 2");
    CHECK(figures.at(3).at("libelle").as_string() == "Réponse à l’acheteur, en retard de 3\u00a0jours");
    CHECK(figures.at(3).at("alerte").as_bool());
    sheet.enquiry.chosen.reset();
    CHECK(view_of(sheet).at("cles").as_array().at(0).at("valeur").as_string() == "aucun scénario choisi");
}

TEST_CASE("scenarios side by side say hours, clauses and what is left to decide") {
    const domain::EnquirySheet sheet = testing::enquiry_sheet();
    const json::object view = present::scenarios_view(sheet, testing::studies_of(sheet));
    CHECK(view.at("colonnes").as_array().at(0).at("retenu").as_bool());
    const auto& rows = view.at("lignes").as_array();
    CHECK(rows.at(0).at("cases").as_array().at(0).at("heures").as_string() == "199\u00a0h");
    CHECK(rows.at(1).at("cases").as_array().at(0).at("heures").is_null());
    CHECK(rows.at(1).at("cases").as_array().at(0).at("clause").as_string() == "à décider");
    CHECK(rows.at(1).at("montant").as_string() == "non renseigné");
    const json::object study = present::scenario_view(testing::studies_of(sheet).at(0));
    CHECK(study.at("annonce").at("chiffre").as_string() == "199\u00a0h");
    CHECK(study.at("a_decider").as_string().starts_with("1\u00a0lot attend une décision"));
}

TEST_CASE("an award says whose hours it takes: the greater of the minimum and of what is offered") {
    domain::EnquirySheet sheet = testing::enquiry_sheet();
    const json::object more = present::award_view(sheet, testing::studies_of(sheet));
    CHECK(more.at("nombre").as_string() == "2\u00a0lots");
    CHECK(more.at("heures").as_string() == "250\u00a0h");
    CHECK(more.at("lots").as_array().at(0).at("origine").as_string().starts_with("proposées, plus que le minimum"));
    CHECK(more.at("lots").as_array().at(1).at("titulaire").is_null());
    sheet.offers.at(1).hours = core::Hours::whole(100);
    sheet.lots.at(1).abandoned = true;
    const json::object least = present::award_view(sheet, testing::studies_of(sheet));
    CHECK(least.at("nombre").as_string() == "1\u00a0lot");
    CHECK(least.at("heures").as_string() == "199\u00a0h");
    CHECK(least.at("lots").as_array().at(0).at("origine").as_string() ==
          "minimum du scénario retenu, l’offre n’en propose que 100\u00a0h");
}

TEST_CASE("a line of the list tells the delay in words") {
    domain::EnquiryPage page;
    const domain::Enquiry enquiry = testing::enquiry_sheet().enquiry;
    for (const char* date : {"2026-11-20", "2026-11-21", "2026-11-22", "2026-11-25"})
        page.lines.push_back({enquiry, "Commune", 1, testing::day(date), "publication"});
    page.lines.push_back({enquiry, "Commune", 0, std::nullopt, ""});
    const json::array lines = present::enquiry_line_views(page, today);
    CHECK(lines.at(0).at("delai").as_string() == "en retard de 1\u00a0jour");
    CHECK(lines.at(0).at("en_retard").as_bool());
    CHECK(lines.at(1).at("delai").as_string() == "aujourd’hui");
    CHECK(lines.at(2).at("delai").as_string() == "demain");
    CHECK(lines.at(3).at("delai").as_string() == "dans 4\u00a0jours");
    CHECK_FALSE(lines.at(3).at("en_retard").as_bool());
    CHECK(lines.at(4).at("echeance").as_string().empty());
}

TEST_CASE("the ratio draws a bar a year that tells its denominator") {
    domain::EnquiryRatio one;
    one.buyer_name = "Commune";
    one.year = 2026;
    one.requested = 4;
    one.studied = 3;
    one.claused = 1;
    const json::object view = present::ratio_view({one});
    CHECK(view.at("graphique").at("denominateur").as_string() == "3\u00a0dossiers étudiés");
    CHECK(view.at("lignes").as_array().at(0).at("taux_clauses").as_string() == "33\u00a0%");
    CHECK(view.at("total").at("demandes").as_string() == "4");
}
