// The marking grid of a dossier and its offers.
#include <algorithm>

#include "clausier/app/enquiries.hpp"
#include "clausier/app/references.hpp"
#include "clausier/domain/enquiry_fields.hpp"
#include "clausier/domain/offer_remarks.hpp"
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

[[noreturn]] void refuse_marked(std::string_view field) {
    throw Error(ErrorKind::conflict, field,
                "des offres sont déjà notées avec cette grille\u00a0: ses poids et ses sous-critères ne changent plus, "
                "seuls leurs libellés le peuvent\u00a0; retirez d’abord les notes");
}

// Once an offer is marked, the wording of the grid alone changes.
void require_same_marking(const EnquirySheet& sheet, const domain::MarkingGrid& grid) {
    if (std::all_of(sheet.offers.begin(), sheet.offers.end(), [](const Offer& one) { return one.marks.empty(); }))
        return;
    const domain::MarkingGrid& kept = sheet.grid;
    if (grid.weight != kept.weight) refuse_marked("poids");
    if (grid.best != kept.best) refuse_marked("note_max");
    const bool same =
        std::equal(grid.criteria.begin(), grid.criteria.end(), kept.criteria.begin(), kept.criteria.end(),
                   [](const auto& one, const auto& other) { return one.id == other.id && one.weight == other.weight; });
    if (!same) refuse_marked("criteres");
}

// The hours due on the lot by the chosen scenario today, when one is chosen.
std::optional<core::Hours> due_on(const Session& session, const EnquirySheet& sheet, Id<domain::EnquiryLot> lot,
                                  const domain::Reference& reference) {
    if (!sheet.chosen()) return std::nullopt;
    for (const domain::LotStudy& one : domain::study(sheet, *sheet.chosen(), reference, session.clock.today()).lots)
        if (one.lot.id == lot) return one.due;
    return std::nullopt;
}

void require_minimum(const std::optional<core::Hours>& due, const Offer& offer) {
    if (!offer.kept || !domain::below_minimum(due, offer)) return;
    core::Issue issue = domain::below_minimum_issue(*due);
    issue.severity = core::Severity::error;
    issue.text += "\u00a0; corrigez ses heures, ou retenez une autre offre";
    require_sound({std::move(issue)});
}

}  // namespace

EnquirySheet save_grid(Session session, store::Database& base, Id<domain::Enquiry> id, std::int64_t revision,
                       const domain::MarkingGrid& grid) {
    store::Transaction tx = base.write();
    const EnquirySheet sheet = require_open_enquiry(tx, id);
    require_sound(domain::faults(grid));
    refuse_nir_in(domain::enquiry_fields(grid));
    const auto before = domain::enquiry_fields(sheet.grid);
    const auto after = domain::enquiry_fields(grid);
    if (sheet.enquiry.revision != revision) refuse_stale(domain::conflict_issues(before, after));
    if (grid == sheet.grid) return sheet;
    require_same_marking(sheet, grid);
    store::Enquiries enquiries(tx);
    enquiries.save_grid(id, grid);
    enquiries.save(sheet.enquiry);
    return finish_enquiry(tx, session, "dossier.grille", id, domain::changed_fields(before, after));
}

EnquirySheet save_offer(Session session, store::Database& base, Id<domain::Enquiry> id, const Offer& offer) {
    const domain::Reference in_force = reference(base);
    store::Transaction tx = base.write();
    const EnquirySheet sheet = require_open_enquiry(tx, id);
    if (std::none_of(sheet.lots.begin(), sheet.lots.end(),
                     [&](const domain::EnquiryLot& lot) { return lot.id == offer.lot; }))
        throw Error(ErrorKind::not_found, "lot", "ce lot n’est plus dans le dossier\u00a0; choisissez-en un autre");
    require_sound(domain::faults(offer, sheet.grid));
    refuse_nir_in(domain::enquiry_fields(offer, sheet.grid));
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
    require_minimum(due_on(session, sheet, offer.lot, in_force), offer);
    store::Enquiries enquiries(tx);
    const Offer saved = enquiries.save(offer);
    enquiries.save(sheet.enquiry);  // who is about to award it has not seen this
    return finish_enquiry(tx, session, "dossier.offre", id, "offre/" + std::to_string(saved.id.value) + " " + detail);
}

EnquirySheet remove_offer(Session session, store::Database& base, Id<Offer> id) {
    store::Transaction tx = base.write();
    store::Enquiries enquiries(tx);
    const auto enquiry = enquiries.of_offer(id);
    if (!enquiry) refuse_absent(id);
    const EnquirySheet sheet = require_open_enquiry(tx, *enquiry);
    enquiries.remove(id);
    enquiries.save(sheet.enquiry);
    return finish_enquiry(tx, session, "dossier.offre.retirer", *enquiry, "offre/" + std::to_string(id.value));
}

}  // namespace clausier::app
