// The opportunity note says everything on one page, in numbers that agree with the study.
#include "clausier/present/opportunity_note.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "clausier/core/french.hpp"
#include "support/opportunity.hpp"

using namespace clausier;
using present::OpportunityNote;

namespace {

const core::Date today = core::parse_iso_date("2026-11-21").value();

// A note and all that it is written from.
struct Written {
    domain::EnquirySheet sheet;
    domain::Reference reference = domain::Reference::national();
    std::vector<domain::ScenarioStudy> studies{};
    domain::Advice advice;
    explicit Written(domain::EnquirySheet of)
        : sheet(std::move(of)), advice(domain::advise(sheet.enquiry.purchase, sheet.lots, reference, today)) {
        for (const domain::Scenario& scenario : sheet.scenarios)
            studies.push_back(domain::study(sheet, scenario, reference, today));
    }
    [[nodiscard]] OpportunityNote note() const {
        return {sheet, present::study_for_note(sheet, studies, {}), advice, {}, {}, "Maison de l’emploi", {}};
    }
    [[nodiscard]] std::string text() const { return present::plain_text(present::opportunity_note(note())); }
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("hours, equivalents, lots, law, structures, clause and dates all stand in the note") {
    const Written written(tests::school_of_five_lots());
    const domain::ScenarioStudy& study = written.studies.front();
    const std::string text = written.text();
    INFO(text);
    CHECK(has(text, "Réhabilitation du groupe scolaire des Tilleuls · Commune de Valbrume · dossier n°\u00a03"));
    CHECK(has(text, core::french::hours(study.hours) + " d’insertion, soit "));
    CHECK(has(text, "sur les 5\u00a0lots."));
    CHECK(has(text, "jours, "));
    CHECK(has(text, "semaines ou "));
    for (const domain::LotStudy& lot : study.lots) CHECK(has(text, core::french::hours(*lot.due)));
    CHECK(has(text, "Condition sociale\u00a0: requise."));
    CHECK(has(text, "article\u00a0L.\u00a02112-2-1, vérifié"));
    CHECK(has(text, "Condition environnementale\u00a0: requise."));
    CHECK(has(text, "nombre déclaré\u00a0: 12\u00a0SIAE, 2\u00a0EA ou ESAT"));
    CHECK(has(text, "font réaliser au moins " + core::french::hours(study.hours) +
                        ", réparties par lot, par des personnes des publics suivants\u00a0: "));
    CHECK(has(text, "Réponse à l’acheteur le 25 novembre 2026, Publication le 15 décembre 2026."));
    CHECK(has(text,
              "À regarder\u00a0: lot\u00a05, moins d’une semaine de travail\u00a0; lots\u00a03, 4, 5, effectif moyen "
              "faible"));
    CHECK_FALSE(has(text, "non conforme"));
}

// For tests/scripts/documents_test.py: five lots, and the most that a page holds with much still unknown.
TEST_CASE("notes are written for other programs to read", "[.files]") {
    REQUIRE(std::getenv("CLAUSIER_DOCUMENTS") != nullptr);
    const std::filesystem::path folder = std::getenv("CLAUSIER_DOCUMENTS");
    const auto write = [&](const std::string& stem, const Written& written) {
        const present::Document document = present::opportunity_note(written.note());
        std::ofstream(folder / (stem + ".docx"), std::ios::binary) << present::docx(document);
        std::ofstream(folder / (stem + ".odt"), std::ios::binary) << present::odt(document);
    };
    write("note", Written(tests::school_of_five_lots()));
    domain::EnquirySheet vague = tests::school_of_five_lots(8);
    domain::Purchase& purchase = vague.enquiry.purchase;
    purchase.object =
        "Entretien, réparation et rénovation énergétique du patrimoine bâti communautaire, accord-cadre à bons de "
        "commande 2027-2030";
    purchase.type = domain::PurchaseType::services;
    purchase.buyer_category = domain::BuyerCategory::unknown;
    purchase.estimated_need = core::Euros::whole(300'000);
    purchase.consultation_on.reset();
    vague.enquiry.publics.push_back("senior_unemployed");
    vague.enquiry.publics.push_back("ass");
    vague.enquiry.answers_due_on = vague.enquiry.publication_due_on;
    write("note_longue", Written(vague));
}

TEST_CASE("more than six lots are summed in a last row, and the total stays the study's") {
    const Written written(tests::school_of_five_lots(20));
    const present::Document document = present::opportunity_note(written.note());
    for (const present::Block& block : document.blocks)
        if (const auto* table = std::get_if<present::DocTable>(&block)) {
            CHECK(table->rows.size() == 7);
            CHECK(table->rows[5][0].front().text == "15\u00a0autres lots avec clause");
            CHECK(table->rows.back()[3].front().text == core::french::hours(written.studies.front().hours));
        }
}

TEST_CASE("lots with a clause come first, those without in one row, those abandoned nowhere") {
    domain::EnquirySheet sheet = tests::school_of_five_lots(12);
    for (std::size_t i = 0; i < 6; ++i) sheet.scenarios.front().lots[i].clause_kind = "none";
    sheet.lots[11].abandoned = true;
    const Written written(sheet);
    const present::Document document = present::opportunity_note(written.note());
    for (const present::Block& block : document.blocks)
        if (const auto* table = std::get_if<present::DocTable>(&block)) {
            REQUIRE(table->rows.size() == 7);
            CHECK(table->rows[0][0].front().text.starts_with("Lot 7"));
            CHECK(table->rows[4][0].front().text == "Lot 11\u00a0: Gros œuvre");
            CHECK(table->rows[5][0].front().text == "6\u00a0lots sans clause");
            CHECK(table->rows[6][3].front().text == core::french::hours(written.studies.front().hours));
        }
    CHECK(has(written.text(), "sur 5 des 11\u00a0lots."));
    CHECK(present::answer(written.note()).document.at("lots").as_array().size() == 11);
}

TEST_CASE("without any clause there is no text to take over, and the note says why") {
    domain::EnquirySheet sheet = tests::school_of_five_lots();
    for (domain::ScenarioLot& lot : sheet.scenarios.front().lots) lot.clause_kind = "none";
    const std::string text = Written(sheet).text();
    CHECK(has(text, "aucun lot n’a de clause dans ce scénario"));
    CHECK_FALSE(has(text, "Clause prête à reprendre"));
    CHECK_FALSE(has(text, "font réaliser"));
}

TEST_CASE("answers due before the consultation are told") {
    domain::EnquirySheet sheet = tests::school_of_five_lots();
    CHECK_FALSE(has(Written(sheet).text(), "Dates à corriger"));
    sheet.enquiry.answers_due_on = core::parse_iso_date("2026-12-10").value();
    CHECK(has(Written(sheet).text(),
              "Dates à corriger\u00a0: la remise des offres (10 décembre 2026) précède la consultation "
              "(15 décembre 2026)."));
}

TEST_CASE("without a scenario the note still answers what the law asks, and says what to do first") {
    domain::EnquirySheet sheet = tests::school_of_five_lots();
    sheet.scenarios.clear();
    sheet.enquiry.chosen.reset();
    sheet.enquiry.purchase.insertion = sheet.enquiry.purchase.disability = {};
    sheet.enquiry.purchase.estimated_need.reset();
    const std::string text = Written(sheet).text();
    CHECK(has(text, "Aucun scénario n’est encore étudié"));
    CHECK(has(text, "Condition sociale\u00a0: à vérifier."));
    CHECK(has(text, "aucun nombre n’est déclaré"));
    CHECK(has(text, "Décrire les lots et faire un scénario"));
    CHECK(has(text, "Donnez la valeur estimée du besoin"));
}

TEST_CASE("structures named and a ready clause take the place of counts and of the short text") {
    const Written written(tests::school_of_five_lots());
    OpportunityNote note = written.note();
    note.structures = {"Chantiers du Haut-Val (ACI)", "Val Intérim (ETTI)"};
    note.clause = {present::Paragraph{{present::Run{"Article 12. Le titulaire…", false, false}}, false}};
    const std::string text = present::plain_text(present::opportunity_note(note));
    CHECK(has(text, "Qui peut le faire\u00a0: Chantiers du Haut-Val (ACI), Val Intérim (ETTI)."));
    CHECK_FALSE(has(text, "ne sont pas encore dans la base"));
    CHECK(has(text, "Article 12."));
    CHECK_FALSE(has(text, "font réaliser"));
}

TEST_CASE("the scenario asked for wins over the chosen one, and one of another dossier is refused") {
    domain::EnquirySheet sheet = tests::school_of_five_lots();
    sheet.scenarios.push_back(sheet.scenarios.front());
    sheet.scenarios.back().id = {8};
    sheet.scenarios.back().name = "10 %";
    const Written written(sheet);
    CHECK(present::study_for_note(sheet, written.studies, {})->scenario.name == "5 %");
    CHECK(present::study_for_note(sheet, written.studies, domain::Id<domain::Scenario>{8})->scenario.name == "10 %");
    CHECK_THROWS_AS(present::study_for_note(sheet, written.studies, domain::Id<domain::Scenario>{9}), core::Error);
}

TEST_CASE("the document for programs holds the same figures") {
    const Written written(tests::school_of_five_lots());
    const auto answer = present::answer(written.note());
    const auto& document = answer.document;
    CHECK(document.at("heures") == core::decimal(written.studies.front().hours).c_str());
    CHECK(document.at("lots").as_array().size() == 5);
    CHECK(document.at("lots").at(4).at("remarques").as_array().size() == 2);
    CHECK(document.at("conseil").at("condition_sociale").at("statut") == "requise");
    CHECK(document.at("echeances").at(0).at("date") == "2026-11-25");
    CHECK(document.at("structures").at("siae") == 12);
    CHECK(answer.table.rows.size() == 5);
}
