// A dossier of five lots for tests of the opportunity note.
#pragma once
#include "clausier/domain/enquiry_study.hpp"

namespace clausier::tests {

inline domain::EnquirySheet school_of_five_lots(std::size_t lots = 5) {
    static constexpr std::pair<const char*, const char*> trades[] = {{"Gros œuvre", "structural_work"},
                                                                     {"Couverture et charpente", "roofing"},
                                                                     {"Électricité", "electricity"},
                                                                     {"Peinture intérieure", "interior_painting"},
                                                                     {"Nettoyage de fin de chantier", "cleaning"}};
    static constexpr std::int64_t amounts[] = {2'400'000, 900'000, 650'000, 320'000, 12'000};
    const auto day = [](const char* text) { return core::parse_iso_date(text).value(); };
    domain::EnquirySheet out;
    out.enquiry.id = {3};
    out.buyer.name = "Commune de Valbrume";
    domain::Purchase& purchase = out.enquiry.purchase;
    purchase.object = "Réhabilitation du groupe scolaire des Tilleuls";
    purchase.type = domain::PurchaseType::works;
    purchase.buyer_category = domain::BuyerCategory::authority;
    purchase.estimated_need = core::Euros::whole(6'000'000);
    purchase.duration_months = 14;
    purchase.consultation_on = day("2026-12-15");
    purchase.insertion = {12, core::Euros::whole(900'000)};
    purchase.disability = {2, {}};
    out.enquiry.publics = {"long_unemployment", "minimum_income", "qpv_resident"};
    out.enquiry.question_due_on = day("2026-11-25");
    out.enquiry.publication_due_on = day("2026-12-15");
    domain::Scenario scenario;
    scenario.id = {7};
    scenario.name = "5 %";
    for (std::size_t i = 0; i < lots; ++i) {
        domain::EnquiryLot lot;
        lot.id = {static_cast<std::int64_t>(i + 1)};
        lot.number = std::to_string(i + 1);
        lot.title = trades[i % 5].first;
        lot.trade = trades[i % 5].second;
        lot.estimate = core::Euros::whole(amounts[i % 5]);
        out.lots.push_back(lot);
        domain::ScenarioLot choice;
        choice.lot = lot.id;
        choice.clause_kind = i == 0 ? "insertion_and_criterion" : "insertion";
        scenario.lots.push_back(choice);
    }
    out.scenarios = {scenario};
    out.enquiry.chosen = scenario.id;
    return out;
}

}  // namespace clausier::tests
