// An organisation as somebody names it, found or made.
#pragma once
#include "clausier/domain/organisation.hpp"
#include "clausier/domain/tender_record.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::app {

// By its identifier, else by its name; `kind` is that of one that is made. The party must not be empty.
domain::Organisation organisation_of(store::Transaction& tx, const domain::TenderParty& party,
                                     domain::OrganisationKind kind);

}  // namespace clausier::app
