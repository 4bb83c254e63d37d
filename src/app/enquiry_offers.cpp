// The marking grid of a dossier and its offers.
#include <algorithm>

#include "clausier/app/enquiries.hpp"
#include "clausier/domain/enquiry_fields.hpp"
#include "enquiry_entry.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::EnquirySheet;
using domain::Id;
using domain::Offer;

[[noreturn]] void refuse_absent(Id<Offer> id) {
    throw Error(ErrorKind::not_found, "offre n° " + std::to_string(id.value),
                "cette offre n’existe plus\u00a0; relisez le dossier");
}

const Offer& require_offer(const EnquirySheet& sheet, Id<Offer> id) {
    for (const Offer& one : sheet.offers)
        if (one.id == id) return one;
    refuse_absent(id);
}

// Marks that a lower best mark would leave out of bounds.
void require_marks_within(const EnquirySheet& sheet, const domain::MarkingGrid& grid) {
    for (const Offer& offer : sheet.offers)
        for (const domain::Mark& mark : offer.marks)
            if (mark.hundredths > grid.best * 100)
                throw Error(ErrorKind::invalid, "note_max",
                            "des notes déjà données dépassent cette note\u00a0; corrigez-les d’abord");
}

}  // namespace

EnquirySheet save_grid(Session session, store::Database& base, Id<domain::Enquiry> id, std::int64_t revision,
                       const domain::MarkingGrid& grid) {
    store::Transaction tx = base.write();
    const EnquirySheet sheet = require_open_enquiry(tx, id);
    require_sound(domain::faults(grid));
    require_marks_within(sheet, grid);
    const auto before = domain::enquiry_fields(sheet.grid);
    const auto after = domain::enquiry_fields(grid);
    if (sheet.enquiry.revision != revision) refuse_stale(domain::conflict_issues(before, after));
    if (grid == sheet.grid) return sheet;
    store::Enquiries enquiries(tx);
    enquiries.save_grid(id, grid);
    enquiries.save(sheet.enquiry);
    return finish_enquiry(tx, session, "dossier.grille", id, domain::changed_fields(before, after));
}

EnquirySheet save_offer(Session session, store::Database& base, Id<domain::Enquiry> id, const Offer& offer) {
    store::Transaction tx = base.write();
    const EnquirySheet sheet = require_open_enquiry(tx, id);
    if (std::none_of(sheet.lots.begin(), sheet.lots.end(),
                     [&](const domain::EnquiryLot& lot) { return lot.id == offer.lot; }))
        throw Error(ErrorKind::not_found, "lot", "ce lot n’est plus dans le dossier\u00a0; choisissez-en un autre");
    require_sound(domain::faults(offer, sheet.grid));
    std::string detail = "nouvelle";
    if (!offer.id.empty()) {
        const Offer& kept = require_offer(sheet, offer.id);
        const auto before = domain::enquiry_fields(kept, sheet.grid);
        const auto after = domain::enquiry_fields(offer, sheet.grid);
        if (kept.revision != offer.revision) refuse_stale(domain::conflict_issues(before, after));
        detail = domain::changed_fields(before, after);
        if (kept.lot != offer.lot) detail += detail.empty() ? "lot" : ", lot";
        if (detail.empty()) return sheet;
    }
    const Offer saved = store::Enquiries(tx).save(offer);
    return finish_enquiry(tx, session, "dossier.offre", id, "offre/" + std::to_string(saved.id.value) + " " + detail);
}

EnquirySheet remove_offer(Session session, store::Database& base, Id<Offer> id) {
    store::Transaction tx = base.write();
    store::Enquiries enquiries(tx);
    const auto enquiry = enquiries.of_offer(id);
    if (!enquiry) refuse_absent(id);
    static_cast<void>(require_open_enquiry(tx, *enquiry));
    enquiries.remove(id);
    return finish_enquiry(tx, session, "dossier.offre.retirer", *enquiry, "offre/" + std::to_string(id.value));
}

}  // namespace clausier::app
