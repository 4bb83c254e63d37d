// What every use case on a dossier does: find it, refuse what came too late, tell the journal.
#pragma once
#include "clausier/app/app.hpp"
#include "clausier/domain/enquiry.hpp"
#include "clausier/store/enquiries.hpp"

namespace clausier::app {

// Throws Error(not_found) when there is no such dossier.
domain::EnquirySheet require_enquiry(store::Transaction& tx, domain::Id<domain::Enquiry> id);
// The same, of a dossier whose parts can still change: Error(conflict) when it is awarded.
domain::EnquirySheet require_open_enquiry(store::Transaction& tx, domain::Id<domain::Enquiry> id);

// Throws Error(conflict) when the buyer has accepted what is about to change.
void require_not_agreed(const domain::EnquirySheet& sheet);

// Ends a use case: a row of the journal, the sheet as it now stands, and the commit.
domain::EnquirySheet finish_enquiry(store::Transaction& tx, const Session& session, std::string_view action,
                                    domain::Id<domain::Enquiry> id, const std::string& detail);

}  // namespace clausier::app
