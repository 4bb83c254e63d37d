// A base with a dossier, and the steps that lead it to its award.
#pragma once
#include "app/market_world.hpp"
#include "clausier/app/enquiries.hpp"
#include "clausier/store/journal.hpp"
#include "support/enquiry_sheet.hpp"

namespace clausier::tests {

struct EnquiryWorld : MarketWorld {
    domain::Reference national = domain::Reference::national();

    // Two lots of a lycée: painting, and cleaning that nobody has estimated.
    domain::EnquirySheet create() {
        app::EnquiryDraft draft;
        draft.buyer.name = "Région des Hautes-Terres";
        draft.buyer_kind = domain::OrganisationKind::public_body;
        draft.enquiry.purchase.object = "Lycée des Tilleuls";
        draft.enquiry.purchase.department = "57";
        draft.enquiry.publics = {"minimum_income"};
        domain::EnquiryLot paint;
        paint.number = "1";
        paint.title = "Peinture intérieure";
        paint.estimate = core::Euros::whole(200'000);
        domain::EnquiryLot clean;
        clean.number = "2";
        clean.title = "Nettoyage de fin de chantier";
        draft.lots = {paint, clean};
        return app::create_enquiry(session, base, draft);
    }
    // A scenario with a clause on the first lot and none on the second.
    static domain::Scenario scenario(const domain::EnquirySheet& sheet, const std::string& name,
                                     const std::string& clause = "insertion") {
        domain::Scenario out;
        out.name = name;
        out.lots.resize(2);
        out.lots[0].lot = sheet.lots.at(0).id;
        out.lots[0].clause_kind = clause;
        out.lots[1].lot = sheet.lots.at(1).id;
        out.lots[1].clause_kind = "none";
        return out;
    }
    domain::EnquirySheet save(const domain::EnquirySheet& sheet, const domain::Scenario& one) {
        return app::save_scenario(session, base, sheet.enquiry.id, one);
    }
    domain::EnquirySheet move(const domain::EnquirySheet& sheet, domain::EnquiryState target,
                              const std::string& note = {}) {
        return app::move_enquiry(session, base, sheet.enquiry.id, sheet.enquiry.revision, target, note);
    }
    // With a chosen scenario, recommended.
    domain::EnquirySheet recommended() {
        auto sheet = create();
        sheet = save(sheet, scenario(sheet, "5 %"));
        sheet = app::choose_scenario(session, base, sheet.scenarios.at(0).id);
        return move(sheet, domain::EnquiryState::recommended, "Envoyé par courriel");
    }
    // Accepted, dated, with an offer kept for each lot.
    domain::EnquirySheet ready() {
        auto sheet = move(recommended(), domain::EnquiryState::accepted);
        domain::Enquiry dated = sheet.enquiry;
        dated.purchase.consultation_on = day("2026-11-16");
        dated.answers_due_on = day("2027-01-15");
        sheet = app::update_enquiry(session, base, dated);
        for (std::size_t i = 0; i < 2; ++i) {
            domain::Offer one = offer(0, i == 0 ? "Bâtisseurs du Haut-Val" : "Propreté du Val");
            one.lot = sheet.lots.at(i).id;
            one.kept = true;
            if (i == 0) one.identifier = {"SIRET", "99900001000019"};
            one.amount = core::Euros::whole(i == 0 ? 187'000 : 12'000);
            if (i == 0) one.hours = core::Hours::whole(250);
            sheet = app::save_offer(session, base, sheet.enquiry.id, one);
        }
        return sheet;
    }
    std::vector<store::JournalRow> journal() {
        store::Transaction tx = base.read();
        return store::Journal(tx).list(100);
    }
};

}  // namespace clausier::tests
