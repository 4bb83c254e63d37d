// Dossiers, lots, scenarios, grids and offers as fields: what changed, and what two people typed.
#include "clausier/domain/enquiry_fields.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/enquiry_sheet.hpp"

using namespace clausier;
using namespace clausier::domain;

TEST_CASE("what differs between two states is named by its field") {
    const EnquirySheet sheet = tests::sheet_of(EnquiryState::studied, "montant clause:insertion grille offre notes");
    Enquiry e = sheet.enquiry;
    e.purchase.duration_months = 12;
    e.publics = {"aah"};
    CHECK(changed_fields(enquiry_fields(sheet.enquiry), enquiry_fields(e)) == "duree_mois, publics");
    auto lots = sheet.lots;
    lots[0].abandoned = true;
    lots.push_back(lots[0]);
    lots[1].number = "2";
    CHECK(changed_fields(enquiry_fields(sheet.lots), enquiry_fields(lots)) ==
          "lots.1.sans_suite, lots.2.lot, lots.2.intitule, lots.2.montant, lots.2.sans_suite");
    Scenario scenario = sheet.scenarios[0];
    scenario.hypotheses.rounding = HourRounding::parse("35").value();
    scenario.lots[0].hours = core::Hours::whole(70);
    CHECK(changed_fields(enquiry_fields(sheet.scenarios[0], sheet.lots), enquiry_fields(scenario, sheet.lots)) ==
          "arrondi, lots.1.heures");
    MarkingGrid grid = sheet.grid;
    grid.criteria.pop_back();
    CHECK(changed_fields(enquiry_fields(sheet.grid), enquiry_fields(grid)) == "criteres.2.libelle, criteres.2.poids");
    Offer offer = sheet.offers[0];
    offer.kept = true;
    offer.marks[1].justification = "Tuteur nommé";
    CHECK(changed_fields(enquiry_fields(sheet.offers[0], sheet.grid), enquiry_fields(offer, sheet.grid)) ==
          "retenue, notes.2.justification");
}

TEST_CASE("a conflict shows both values of each field, a line that one has not included") {
    const EnquirySheet sheet = tests::sheet_of(EnquiryState::studied, "montant");
    const auto issues = conflict_issues(enquiry_fields(sheet.lots), enquiry_fields(std::vector<EnquiryLot>()));
    REQUIRE(issues.size() == 3);
    CHECK(issues[1].where == "lots.1.intitule");
    CHECK(issues[1].text.starts_with("vaut maintenant «\u00a0Peinture intérieure\u00a0»\u00a0; vous n’aviez rien"));
    CHECK(conflict_issues(enquiry_fields(sheet.lots), enquiry_fields(sheet.lots)).empty());
}
