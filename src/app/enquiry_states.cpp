// A dossier taken from state to state, until it becomes a market.
#include "calculation_record.hpp"
#include "clausier/app/enquiries.hpp"
#include "clausier/app/references.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/enquiry_award.hpp"
#include "clausier/domain/enquiry_fields.hpp"
#include "clausier/domain/offer_remarks.hpp"
#include "clausier/store/lot_clauses.hpp"
#include "clausier/store/markets.hpp"
#include "enquiry_entry.hpp"
#include "market_making.hpp"
#include "organisation_entry.hpp"
#include "refusals.hpp"
#include "summary_rules.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::EnquirySheet;
using domain::EnquiryState;
using domain::Id;

void require_revision(const EnquirySheet& sheet, std::int64_t revision) {
    if (sheet.enquiry.revision != revision) refuse_stale({});
}

// Writes the new state and its event; what was recommended is noted on the way, and forgotten on the way back. What is
// refused before it was recommended never was.
void step(store::Transaction& tx, const Session& session, domain::Enquiry enquiry, EnquiryState target,
          const std::string& note) {
    const EnquiryState from = enquiry.state;
    enquiry.state = target;
    if (domain::before(target, EnquiryState::recommended))
        enquiry.recommended.reset();
    else if (!enquiry.recommended && target != EnquiryState::refused)
        enquiry.recommended = enquiry.chosen;
    store::Enquiries enquiries(tx);
    enquiries.save(enquiry);
    enquiries.add_event(enquiry.id, {session.clock.now(), session.actor, from, target, note});
}

// The clauses of each lot, which is written after them so that indicators count them.
void keep_clauses(store::Transaction& tx, std::vector<domain::Lot>& lots,
                  const std::vector<std::vector<domain::LotClause>>& clauses) {
    for (std::size_t i = 0; i < lots.size(); ++i) {
        if (clauses[i].empty()) continue;
        store::LotClauses(tx).set(lots[i].id, clauses[i]);
        lots[i] = store::Markets(tx).save(lots[i]);
    }
}

}  // namespace

EnquirySheet move_enquiry(Session session, store::Database& base, Id<domain::Enquiry> id, std::int64_t revision,
                          EnquiryState target, const std::string& note) {
    if (target == EnquiryState::awarded)
        throw Error(ErrorKind::invalid, "etat",
                    "un dossier s’attribue par ses offres\u00a0: retenez-les, puis attribuez-le");
    refuse_nir({{"note", note}});
    const domain::Reference in_force = reference(base);
    store::Transaction tx = base.write();
    EnquirySheet sheet = require_enquiry(tx, id);
    require_revision(sheet, revision);
    std::string& reason = sheet.enquiry.refusal_reason;
    if (target == EnquiryState::refused && !core::trim(note).empty()) reason = core::collapse(note);
    require_sound(domain::missing(sheet, target, domain::step_facts(sheet.enquiry, in_force, session.clock.today())));
    const std::string from(domain::code(sheet.enquiry.state));
    step(tx, session, sheet.enquiry, target, note);
    return finish_enquiry(tx, session, "dossier.etape", id, from + " > " + std::string(domain::code(target)));
}

EnquirySheet award(Session session, store::Database& base, Id<domain::Enquiry> id, std::int64_t revision,
                   const Award& award, const domain::Reference& reference) {
    refuse_nir({{"note", award.note}});
    store::Transaction tx = base.write();
    EnquirySheet sheet = require_enquiry(tx, id);
    require_revision(sheet, revision);
    const core::Date today = session.clock.today();
    require_sound(domain::missing(sheet, EnquiryState::awarded, domain::step_facts(sheet.enquiry, reference, today)));
    const domain::ScenarioStudy study = domain::study(sheet, *sheet.chosen(), reference, today);
    require_sound(domain::kept_below_minimum(sheet, study));
    require_sound(domain::unsaid_forms(sheet, study, award.forms));
    domain::AwardedMarket awarded = domain::awarded_market(sheet, study, summary_rules(tx, ""), award.forms);
    awarded.draft.market.reference = award.reference;
    awarded.draft.market.notified_on = award.notified_on;
    for (std::size_t i = 0; i < awarded.offers.size(); ++i) {
        if (!awarded.offers[i]) continue;
        const domain::Offer& offer = *awarded.offers[i];
        const auto company = organisation_of(tx, {offer.identifier, offer.company}, domain::OrganisationKind::company);
        awarded.draft.lots[i].holders = {{company.id, company.identifier, company.name}};
    }
    domain::MarketSheet made = make_market(tx, session, awarded.draft);
    keep_clauses(tx, made.lots, awarded.clauses);
    std::size_t computed = 0;
    for (std::size_t i = 0; i < made.lots.size(); ++i) {
        const domain::LotStudy& lot = awarded.studies[i];
        if (!lot.calculation.result || !domain::bears_hours(lot.choice.clause_kind)) continue;
        save_calculation(tx, session, made.lots[i].id, lot.calculation, study.reference_digest);
        ++computed;
    }
    sheet.enquiry.market = made.market.id;
    step(tx, session, sheet.enquiry, EnquiryState::awarded, award.note);
    return finish_enquiry(tx, session, "dossier.attribuer", id,
                          "marche/" + std::to_string(made.market.id.value) +
                              " lots=" + std::to_string(made.lots.size()) + " calculs=" + std::to_string(computed));
}

}  // namespace clausier::app
