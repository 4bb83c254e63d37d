// A dossier for tests: one lot of painting, and what words ask to be filled in.
#pragma once
#include <string>

#include "clausier/core/text.hpp"
#include "clausier/domain/enquiry.hpp"

namespace clausier::tests {

inline core::Date day(std::string_view iso) { return core::parse_iso_date(iso).value(); }

inline domain::Scenario scenario(std::int64_t id, std::string name, std::string clause) {
    domain::Scenario out;
    out.id = {id};
    out.name = std::move(name);
    domain::ScenarioLot choice;
    choice.lot = {1};
    choice.clause_kind = std::move(clause);
    out.lots = {choice};
    return out;
}

inline domain::EnquirySheet painting() {
    domain::EnquirySheet sheet;
    sheet.enquiry.id = {1};
    sheet.enquiry.buyer = {1};
    sheet.enquiry.purchase.object = "Restructuration du lycée des Tilleuls";
    sheet.enquiry.requested_on = day("2026-11-02");
    sheet.buyer.id = {1};
    sheet.buyer.name = "Région des Hautes-Terres";
    domain::EnquiryLot lot;
    lot.id = {1};
    lot.number = "1";
    lot.title = "Peinture intérieure";
    sheet.lots = {lot};
    return sheet;
}

inline domain::Offer offer(std::int64_t id, std::string company) {
    domain::Offer out;
    out.id = {id};
    out.lot = {1};
    out.company = std::move(company);
    return out;
}

// Words: montant, clause:CODE, heures, metier_inconnu, publics, autre (another scenario was recommended), motif,
// consultation, consultation_future, reponses, exception, grille, sans_poids, poids_partiels, offre, notes, retenue,
// sans_suite, sans_objet, sans_acheteur, obligatoire (read by the test).
inline void fill(domain::EnquirySheet& sheet, std::string_view word) {
    domain::Enquiry& e = sheet.enquiry;
    domain::EnquiryLot& lot = sheet.lots.front();
    if (word == "montant") lot.estimate = core::Euros::whole(200'000);
    if (word.starts_with("clause:")) {
        sheet.scenarios = {scenario(1, "5 %", std::string(word.substr(7))), scenario(2, "10 %", "insertion")};
        e.chosen = domain::Id<domain::Scenario>{1};
        if (!domain::before(e.state, domain::EnquiryState::recommended)) e.recommended = e.chosen;
    }
    if (word == "heures") sheet.scenarios.front().lots.front().hours = core::Hours::whole(210);
    if (word == "metier_inconnu") lot.title = "Prestation diverse";
    if (word == "publics") e.publics = {"long_unemployment"};
    if (word == "autre") e.recommended = domain::Id<domain::Scenario>{2};
    if (word == "motif") e.refusal_reason = "Délais trop courts";
    if (word == "consultation") e.purchase.consultation_on = day("2026-11-16");
    if (word == "consultation_future") e.purchase.consultation_on = day("2026-12-01");
    if (word == "exception") e.exception_reason = "Objet sans lien avec l’emploi";
    if (word == "reponses") e.answers_due_on = day("2027-01-15");
    if (word == "grille")
        sheet.grid = {core::Rate::of(1000),
                      10,
                      {{{1}, "Heures", core::Rate::of(6000), ""}, {{2}, "Encadrement", core::Rate::of(4000), ""}}};
    if (word == "sans_poids") sheet.grid.weight = core::Rate();
    if (word == "poids_partiels") sheet.grid.criteria.pop_back();
    if (word == "offre") sheet.offers = {offer(1, "Bâtisseurs du Haut-Val")};
    if (word == "notes") sheet.offers.front().marks = {{{1}, 800, ""}, {{2}, 650, ""}};
    if (word == "retenue") sheet.offers.front().kept = true;
    if (word == "sans_suite") lot.abandoned = true;
    if (word == "sans_objet") e.purchase.object = " ";
    if (word == "sans_acheteur") e.buyer = {};
}

inline domain::EnquirySheet sheet_of(domain::EnquiryState state, const std::string& words) {
    domain::EnquirySheet sheet = painting();
    sheet.enquiry.state = state;
    for (const std::string_view word : core::split(words, ' ')) fill(sheet, word);
    return sheet;
}

}  // namespace clausier::tests
