// The row rule: which rows a viewer sees, as one SQL condition a kind of row, in this one place.
#pragma once
#include <string>
#include <string_view>

#include "clausier/domain/organisation.hpp"
#include "clausier/domain/viewer.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Each gives a condition on the column named (an expression of the query it goes into): "1" for a viewer who sees every
// row, "0" for one who sees none. Ids are inlined, nothing is to be bound. The column bears its alias, neither v nor w.
//
// - admin: every row. facilitator without départements: every row of business.
// - facilitator: lots that its OPCS leads or is associated to, lots executed in its départements, and lots that have
//   neither OPCS nor département; a market with one of them, or without lot where the same holds of the market.
// - buyer: the markets of its organisations, after merges, and what hangs on them.
// - structure, company: lots they hold or are declared subcontractor of. network: those of its member structures.
std::string visible_markets(const domain::Viewer& viewer, std::string_view market);
std::string visible_lots(const domain::Viewer& viewer, std::string_view lot);
// Desk roles alone: performers and networks see no dossier.
std::string visible_enquiries(const domain::Viewer& viewer, std::string_view enquiry);
// Their own, the buyers of the markets they see and the holders of the lots; all for a facilitator.
std::string visible_organisations(const domain::Viewer& viewer, std::string_view organisation);
// Whose schemes, purchases and registers: all for a facilitator, those of its organisations for a buyer.
std::string visible_buyers(const domain::Viewer& viewer, std::string_view buyer);
// Contacts, exchanges and tasks, by what they are about.
std::string visible_subjects(const domain::Viewer& viewer, std::string_view kind, std::string_view id);
// What is nobody's but who made it (imports, classifications), by the actor "compte/3": of the same organisations.
std::string visible_actors(const domain::Viewer& viewer, std::string_view actor);

// " AND (condition)", or "" for "1": what follows a WHERE.
std::string also(const std::string& condition);
// The same as where there is no WHERE yet: " WHERE condition", or "".
std::string only(const std::string& condition);

// Throw Error(forbidden) when the viewer may not write for that buyer, or on the row.
void require_buyer(Transaction& tx, domain::Id<domain::Organisation> buyer);

}  // namespace clausier::store
