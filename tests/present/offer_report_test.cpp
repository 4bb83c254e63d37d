// The analysis of offers: marks, points and ranks in the answer, the same beside their labels in the document.
#include "clausier/present/offer_report.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>

#include "enquiry_samples.hpp"

using namespace clausier;

namespace {

std::string text_of(const domain::EnquirySheet& sheet) {
    return present::plain_text(present::offer_report(sheet, testing::studies_of(sheet), "Clausier",
                                                     std::chrono::sys_days(testing::day("2026-11-21"))));
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("offers stand by rank in their lot, those without every mark last, with the hours that bind") {
    const domain::EnquirySheet sheet = testing::enquiry_sheet();
    const auto answer = present::offers_answer(sheet, testing::studies_of(sheet));
    const auto& offers = answer.document.at("offres").as_array();
    REQUIRE(offers.size() == 2);
    const auto& first = offers.at(0);
    CHECK(first.at("entreprise").as_string() == "Bâtisseurs de la Lorne");
    // 60 % × 7,5 + 40 % × 5, then 10 % of the award.
    CHECK(first.at("note").as_string() == "6.50");
    CHECK(first.at("points").as_string() == "6.50");
    CHECK(first.at("heures_minimum").as_string() == "199.00");
    CHECK(first.at("heures_engagees").as_string() == "250.00");
    const auto& second = offers.at(1);
    CHECK(second.at("note").is_null());
    CHECK(second.at("rang").is_null());
    CHECK(second.at("heures_proposees").is_null());
    CHECK(second.at("heures_engagees").as_string() == "199.00");
    CHECK(second.at("notes").as_array().at(1).at("note").is_null());
}

TEST_CASE("the rows of the table name each mark after its sub-criterion, two of one name apart") {
    domain::EnquirySheet sheet = testing::enquiry_sheet();
    sheet.grid.criteria.push_back({{3}, "Parcours", core::Rate{}, ""});
    const auto answer = present::offers_answer(sheet, testing::studies_of(sheet));
    const auto& row = answer.document.at("resultats").as_array().at(0).as_object();
    CHECK(row.at("note_encadrement_et_suivi").is_string());
    CHECK(row.contains("justification_parcours"));
    CHECK(row.contains("note_parcours_3"));
    CHECK_FALSE(row.contains("offre_id"));
}

TEST_CASE("the report tells the grid, each mark with why, the ranks, and hours beside the minimum") {
    const std::string text = text_of(testing::enquiry_sheet());
    for (const char* part : {"Rénovation de l’école", "Commune de Valbrume", "Encadrement et suivi", "60\u00a0%",
                             "Tuteur nommé", "Bâtisseurs de la Lorne", "7,5", "Tuteur décrit", "6,5", "1er",
                             "250\u00a0h", "199\u00a0h", "non notée", "Lot 2\u00a0: Sols souples", "Aucune offre"}) {
        CAPTURE(part);
        CHECK(has(text, part));
    }
}

TEST_CASE("without a grid the report says that offers are not marked") {
    domain::EnquirySheet sheet = testing::enquiry_sheet();
    sheet.grid.criteria.clear();
    for (domain::Offer& offer : sheet.offers) offer.marks.clear();
    const std::string text = text_of(sheet);
    CHECK(has(text, "Aucune grille n’est posée"));
    CHECK(has(text, "250\u00a0h"));
}
