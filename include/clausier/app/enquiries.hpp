// Dossiers: opened, studied, answered, followed through the consultation, and turned into markets.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/enquiry_award.hpp"
#include "clausier/domain/enquiry_list.hpp"
#include "clausier/domain/enquiry_study.hpp"
#include "clausier/domain/reference.hpp"
#include "clausier/domain/tender_record.hpp"
#include "clausier/store/enquiries.hpp"

namespace clausier::app {

// What a dossier begins with: the buyer is found by its identifier or name, or made.
struct EnquiryDraft {
    domain::TenderParty buyer;
    domain::OrganisationKind buyer_kind = domain::OrganisationKind::unknown;
    domain::Enquiry enquiry;
    std::vector<domain::EnquiryLot> lots;
};

// Everything but reading and listing writes one transaction with a row of the journal, and throws Error(not_found) when
// the dossier is not there, Error(invalid) with every fault of domain::faults(), Error(conflict) with both values when
// somebody else has written since. The whole sheet is given back as it now stands. Nothing is written when nothing has
// changed. The lots, scenarios, grid and offers of an awarded dossier stay what they are: Error(conflict). So does what
// the buyer has accepted: the chosen scenario and the lots, but for those that are abandoned since.

// A dossier begins as requested, today when its draft has no date of request.
domain::EnquirySheet create_enquiry(Session session, store::Database& base, EnquiryDraft draft);
// The values of the dossier that a form holds; its state, chosen scenario and market stay what they are.
domain::EnquirySheet update_enquiry(Session session, store::Database& base, const domain::Enquiry& edited);

// Takes away a dossier that is not awarded, with its parts and the contacts, exchanges and tasks around it; what was
// produced for it stays in the history of documents, of no dossier. Throws Error(conflict) when it is awarded, or when
// somebody else has written since.
void remove_enquiry(Session session, store::Database& base, domain::Id<domain::Enquiry> id, std::int64_t revision);

domain::EnquirySheet enquiry_sheet(store::Database& base, domain::Id<domain::Enquiry> id);
domain::EnquiryPage list_enquiries(store::Database& base, const store::EnquiryFilter& filter);
std::vector<domain::EnquiryRatio> enquiry_ratios(store::Database& base);

// The lots, in this order; `revision` is the dossier's. Lots of which offers or scenarios speak may go: they go too.
domain::EnquirySheet save_enquiry_lots(Session session, store::Database& base, domain::Id<domain::Enquiry> id,
                                       std::int64_t revision, std::vector<domain::EnquiryLot> lots);
// Lots of a buyer's spreadsheet, as app::LotCollector reads them, for domain::merged_lots().
std::vector<domain::EnquiryLot> lots_of(const std::vector<domain::LotFigures>& figures);

domain::EnquirySheet save_scenario(Session session, store::Database& base, domain::Id<domain::Enquiry> id,
                                   const domain::Scenario& scenario);
// A copy under a name of its own, to be changed.
domain::EnquirySheet copy_scenario(Session session, store::Database& base, domain::Id<domain::Scenario> id,
                                   const std::string& name);
// Throws Error(conflict) when it is the one that was recommended, or that the buyer has kept.
domain::EnquirySheet remove_scenario(Session session, store::Database& base, domain::Id<domain::Scenario> id);
// Before the buyer has answered: what to recommend, then, the dossier being recommended, what the buyer keeps of it.
// Throws Error(conflict) afterwards.
domain::EnquirySheet choose_scenario(Session session, store::Database& base, domain::Id<domain::Scenario> id);
// Every scenario of the dossier with its hours today.
std::vector<domain::ScenarioStudy> study_scenarios(Session session, const domain::EnquirySheet& sheet,
                                                   const domain::Reference& reference);

// Error(conflict) when an offer is marked and more than the wording would change.
domain::EnquirySheet save_grid(Session session, store::Database& base, domain::Id<domain::Enquiry> id,
                               std::int64_t revision, const domain::MarkingGrid& grid);
// Keeping an offer lets go of the one that was kept for the lot. Throws Error(invalid) on "heures" when it is to be
// kept below the minimum of its lot.
domain::EnquirySheet save_offer(Session session, store::Database& base, domain::Id<domain::Enquiry> id,
                                const domain::Offer& offer);
domain::EnquirySheet remove_offer(Session session, store::Database& base, domain::Id<domain::Offer> id);

// Takes the dossier to another state, with what was said of it: the reason of a refusal when none was given before.
// Throws Error(invalid) with domain::missing(), Error(conflict) on the field "etat" when it does not go there; to
// `awarded` use award().
domain::EnquirySheet move_enquiry(Session session, store::Database& base, domain::Id<domain::Enquiry> id,
                                  std::int64_t revision, domain::EnquiryState target, const std::string& note);

// The end: the dossier becomes a market with its lots, as domain::awarded_market() tells, the calculation of each lot
// kept. The companies are found by their identifier or name, or made. Throws as move_enquiry, and Error(conflict) on
// the field "marche" when the buyer has a market of that reference, Error(invalid) on "lots.2.forme" where the form of
// a clause is to be said.
struct Award {
    std::string reference;  // "": derived
    std::optional<core::Date> notified_on;
    std::string note;
    domain::ClauseForms forms{};
};
domain::EnquirySheet award(Session session, store::Database& base, domain::Id<domain::Enquiry> id,
                           std::int64_t revision, const Award& award, const domain::Reference& reference);

}  // namespace clausier::app
