// Dossiers as documents: every key there, decimals as texts, what is unknown null.
#include "clausier/present/enquiries.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/present/tables.hpp"
#include "enquiry_samples.hpp"

using namespace clausier;

TEST_CASE("a dossier's document has its values, its lots by the chosen scenario, and its history") {
    domain::EnquirySheet sheet = testing::enquiry_sheet();
    sheet.events.push_back({std::chrono::sys_days(testing::day("2026-11-02")), "web", domain::EnquiryState::requested,
                            domain::EnquiryState::studied, "Vu"});
    const auto answer = present::answer(sheet, testing::studies_of(sheet));
    const auto& document = answer.document.as_object();
    CHECK(document.at("besoin_estime").as_string() == "550000.00");
    CHECK(document.at("heures").as_string() == "199.00");
    CHECK(document.at("lots_avec_clause").to_number<int>() == 1);
    CHECK(document.at("date_publication").is_null());
    CHECK(document.at("marche_id").is_null());
    CHECK(document.at("cpv").as_string().empty());
    const auto& lots = document.at("lots").as_array();
    REQUIRE(lots.size() == 2);
    CHECK(lots.at(0).at("heures").as_string() == "199.00");
    CHECK(lots.at(1).at("heures").is_null());
    CHECK(lots.at(1).at("montant_estime").is_null());
    CHECK(document.at("historique").as_array().at(0).at("date").as_string() == "2026-11-02T00:00:00Z");
    const auto& of_scenario = document.at("scenarios").as_array().at(0).at("lots").as_array();
    CHECK(of_scenario.at(0).at("formule").as_string().find("÷") != std::string_view::npos);
    CHECK(of_scenario.at(0).at("clause_libelle").as_string() == "Clause d’insertion et critère social");
    CHECK(answer.table.rows.size() == 2);
    CHECK(answer.table.columns.back() == "Usuel (retenu)");
    CHECK(present::typed_table(answer).rows.size() == 2);
}

TEST_CASE("without a chosen scenario the hours of a dossier are unknown, never zero") {
    domain::EnquirySheet sheet = testing::enquiry_sheet();
    sheet.enquiry.chosen.reset();
    const auto document = present::answer(sheet, testing::studies_of(sheet)).document;
    for (const char* key : {"heures", "jours", "semaines", "etp", "lots_avec_clause", "scenario_retenu"})
        CHECK(document.at(key).is_null());
    CHECK(document.at("lots").as_array().at(0).at("heures").is_null());
}

TEST_CASE("a scenario alone has its lots as rows and says why one has no hours") {
    const domain::EnquirySheet sheet = testing::enquiry_sheet();
    auto study = testing::studies_of(sheet).at(0);
    study.lots.at(1).choice.clause_kind = "insertion";
    const auto answer = present::answer(study);
    CHECK(answer.document.at("heures").as_string() == "199.00");
    CHECK_FALSE(answer.document.at("lots").as_array().at(1).at("remarque").as_string().empty());
    CHECK(answer.table.rows.at(1).back() == answer.document.at("lots").as_array().at(1).at("remarque").as_string());
}

TEST_CASE("scenarios side by side make a row a lot, each scenario in columns of its own") {
    domain::EnquirySheet sheet = testing::enquiry_sheet();
    sheet.scenarios.push_back(sheet.scenarios.at(0));
    sheet.scenarios.back().id = {9};
    sheet.scenarios.back().name = "Usuel !";
    const auto answer = present::scenarios_answer(sheet, testing::studies_of(sheet));
    CHECK(answer.document.at("scenarios").as_array().size() == 2);
    const auto& rows = answer.document.at("comparaison").as_array();
    REQUIRE(rows.size() == 2);
    CHECK(rows.at(0).at("heures_usuel").as_string() == "199.00");
    CHECK(rows.at(0).at("heures_usuel_2").as_string() == "199.00");
    CHECK(rows.at(1).at("clause_usuel").as_string() == "à décider");
    CHECK(present::typed_table(answer).rows.size() == 2);
}

TEST_CASE("a list tells the state and the deadline of each, and how many there are in all") {
    domain::EnquiryPage page;
    page.lines.push_back(
        {testing::enquiry_sheet().enquiry, "Commune de Valbrume", 2, testing::day("2026-11-18"), "question"});
    page.total = 12;
    const auto answer = present::answer(page);
    const auto& one = answer.document.at("dossiers").as_array().at(0);
    CHECK(one.at("etat").as_string() == "sollicite");
    CHECK(one.at("echeance").as_string() == "2026-11-18");
    CHECK(one.at("echeance_nature").as_string() == "question");
    CHECK(answer.document.at("dossiers_total").to_number<int>() == 12);
    CHECK_FALSE(answer.lines.empty());
}

TEST_CASE("a ratio has what was studied for denominator, and no rate without it") {
    domain::EnquiryRatio some;
    some.buyer_name = "Commune de Valbrume";
    some.year = 2026;
    some.requested = 4;
    some.studied = 3;
    some.clausable = 2;
    some.claused = 1;
    domain::EnquiryRatio none = some;
    none.studied = none.clausable = none.claused = 0;
    const auto document = present::answer(std::vector{some, none}).document;
    const auto& rows = document.at("ratios").as_array();
    CHECK(rows.at(0).at("taux_clausables").as_string() == "66.67");
    CHECK(rows.at(0).at("taux_clauses").as_string() == "33.33");
    CHECK(rows.at(1).at("taux_clauses").is_null());
    CHECK(document.at("demandes_total").to_number<int>() == 8);
    CHECK(document.at("taux_clauses_total").as_string() == "33.33");
}
