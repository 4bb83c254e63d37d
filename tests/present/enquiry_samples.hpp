// A dossier of two lots with a scenario, a grid and two offers, for the tests of what is shown of it.
#pragma once
#include "clausier/domain/enquiry_study.hpp"

namespace clausier::testing {

inline core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

inline domain::EnquirySheet enquiry_sheet() {
    domain::EnquirySheet out;
    out.buyer.id = {4};
    out.buyer.name = "Commune de Valbrume";
    out.enquiry.id = {7};
    out.enquiry.buyer = {4};
    out.enquiry.purchase.object = "Rénovation de l’école";
    out.enquiry.purchase.estimated_need = core::Euros::whole(550'000);
    out.enquiry.requested_on = day("2026-11-01");
    out.enquiry.question_due_on = day("2026-11-18");
    out.enquiry.owner = "Facilitateur";
    domain::EnquiryLot painting;
    painting.id = {1};
    painting.number = "1";
    painting.title = "Peinture intérieure";
    painting.trade = "interior_painting";
    painting.estimate = core::Euros::whole(200'000);
    domain::EnquiryLot floor;
    floor.id = {2};
    floor.number = "2";
    floor.title = "Sols souples";
    out.lots = {painting, floor};
    domain::Scenario scenario;
    scenario.id = {3};
    scenario.name = "Usuel";
    scenario.hypotheses.effort = core::Rate::of(500);
    domain::ScenarioLot choice;
    choice.lot = {1};
    choice.clause_kind = "insertion_and_criterion";
    scenario.lots = {choice};
    out.scenarios = {scenario};
    out.enquiry.chosen = scenario.id;
    out.grid.weight = core::Rate::of(1000);
    out.grid.criteria = {{{1}, "Encadrement et suivi", core::Rate::of(6000), "Tuteur nommé"},
                         {{2}, "Parcours", core::Rate::of(4000), ""}};
    domain::Offer first;
    first.id = {1};
    first.lot = {1};
    first.company = "Bâtisseurs de la Lorne";
    first.hours = core::Hours::whole(250);
    first.marks = {{{1}, 750, "Tuteur décrit"}, {{2}, 500, ""}};
    first.kept = true;
    domain::Offer second = first;
    second.id = {2};
    second.company = "Peinture du Val";
    second.hours.reset();
    second.marks = {{{1}, 900, "Très complet"}};
    second.kept = false;
    out.offers = {second, first};
    return out;
}

inline std::vector<domain::ScenarioStudy> studies_of(const domain::EnquirySheet& sheet) {
    std::vector<domain::ScenarioStudy> out;
    for (const domain::Scenario& one : sheet.scenarios)
        out.push_back(domain::study(sheet, one, domain::Reference::national(), day("2026-11-21")));
    return out;
}

}  // namespace clausier::testing
