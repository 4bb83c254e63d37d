// Dossiers opened, read, listed, and their own values changed.
#include "clausier/app/enquiries.hpp"

#include "clausier/domain/enquiry_fields.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/organisation_links.hpp"
#include "clausier/store/organisations.hpp"
#include "enquiry_entry.hpp"
#include "organisation_entry.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::EnquirySheet;
using domain::Id;

// The name of the OPCS, "" without one.
std::string require_opcs(store::Transaction& tx, const std::optional<Id<domain::Organisation>>& id) {
    if (!id) return "";
    for (const domain::LotOpcs& one : store::OrganisationLinks(tx).opcs())
        if (one.organisation == *id) return one.name;
    throw Error(ErrorKind::invalid, "opcs",
                "l’organisation n° " + std::to_string(id->value) +
                    " n’est pas une OPCS\u00a0; donnez-lui cette fonction sur sa fiche, ou choisissez-en une autre");
}

}  // namespace

EnquirySheet create_enquiry(Session session, store::Database& base, EnquiryDraft draft) {
    store::Transaction tx = base.write();
    domain::Enquiry& enquiry = draft.enquiry;
    enquiry.id = {};
    enquiry.state = domain::EnquiryState::requested;
    enquiry.chosen.reset();
    enquiry.recommended.reset();
    enquiry.market.reset();
    enquiry.buyer = {};
    static_cast<void>(require_opcs(tx, enquiry.opcs));
    if (!enquiry.requested_on.ok()) enquiry.requested_on = session.clock.today();
    // The transaction takes back a buyer made for a dossier that is refused.
    if (!draft.buyer.empty()) enquiry.buyer = organisation_of(tx, draft.buyer, draft.buyer_kind).id;
    std::vector<core::Issue> issues = domain::faults(enquiry);
    for (core::Issue& issue : domain::faults(draft.lots)) issues.push_back(std::move(issue));
    require_sound(std::move(issues));
    refuse_nir_in(domain::enquiry_fields(enquiry));
    refuse_nir_in(domain::enquiry_fields(draft.lots));
    refuse_nir({{"acheteur", draft.buyer.name}});
    store::Enquiries enquiries(tx);
    enquiry = enquiries.save(enquiry);
    for (domain::EnquiryLot& lot : draft.lots) lot.id = {};
    const std::size_t lots = enquiries.save_lots(enquiry.id, draft.lots).size();
    return finish_enquiry(tx, session, "dossier.creer", enquiry.id, "lots=" + std::to_string(lots));
}

EnquirySheet update_enquiry(Session session, store::Database& base, const domain::Enquiry& edited) {
    store::Transaction tx = base.write();
    EnquirySheet sheet = require_enquiry(tx, edited.id);
    const domain::Enquiry& kept = sheet.enquiry;
    require_sound(domain::faults(edited));
    refuse_nir_in(domain::enquiry_fields(edited));
    const auto organisation = store::Organisations(tx).find(edited.buyer);
    if (!organisation)
        throw Error(ErrorKind::not_found, "acheteur", "cet acheteur n’existe plus\u00a0; choisissez-en un autre");
    const auto fields = [](const domain::Enquiry& enquiry, const std::string& buyer, const std::string& opcs) {
        auto out = domain::enquiry_fields(enquiry);
        out.insert(out.begin(), {"acheteur", "Acheteur", buyer});
        out.push_back({"opcs", "OPCS", opcs});
        return out;
    };
    const auto before = fields(kept, sheet.buyer.label(), sheet.opcs);
    const auto after =
        fields(edited, organisation->label(), edited.opcs == kept.opcs ? sheet.opcs : require_opcs(tx, edited.opcs));
    if (kept.revision != edited.revision) refuse_stale(domain::conflict_issues(before, after));
    const std::string changed = domain::changed_fields(before, after);
    if (changed.empty()) return sheet;
    domain::Enquiry next = edited;
    next.state = kept.state;
    next.chosen = kept.chosen;
    next.recommended = kept.recommended;
    next.market = kept.market;
    store::Enquiries(tx).save(next);
    return finish_enquiry(tx, session, "dossier.modifier", edited.id, changed);
}

void remove_enquiry(Session session, store::Database& base, Id<domain::Enquiry> id, std::int64_t revision) {
    store::Transaction tx = base.write();
    const EnquirySheet sheet = require_enquiry(tx, id);
    if (sheet.enquiry.state == domain::EnquiryState::awarded)
        throw Error(ErrorKind::conflict, "dossier n° " + std::to_string(id.value),
                    "il est attribué\u00a0: il reste, avec le marché qu’il est devenu");
    if (sheet.enquiry.revision != revision) refuse_stale({});
    store::Enquiries(tx).remove(id);
    store::Journal(tx).append(
        {session.clock.now(), session.actor, "dossier.retirer", "dossier/" + std::to_string(id.value),
         "lots=" + std::to_string(sheet.lots.size()) + " scenarios=" + std::to_string(sheet.scenarios.size())});
    tx.commit();
}

EnquirySheet enquiry_sheet(store::Database& base, Id<domain::Enquiry> id) {
    store::Transaction tx = base.read();
    return require_enquiry(tx, id);
}

domain::EnquiryPage list_enquiries(store::Database& base, const store::EnquiryFilter& filter) {
    store::Transaction tx = base.read();
    return store::Enquiries(tx).list(filter);
}

std::vector<domain::EnquiryRatio> enquiry_ratios(store::Database& base) {
    store::Transaction tx = base.read();
    return store::Enquiries(tx).ratios();
}

}  // namespace clausier::app
