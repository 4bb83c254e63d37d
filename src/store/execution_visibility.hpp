// The row rule of execution: whose placements and statements a viewer sees, and of whom it sees who they are.
#pragma once
#include <string>
#include <string_view>

#include "clausier/domain/viewer.hpp"

namespace clausier::store {

// Conditions on the placement of a query, by its name there; "1" or "0" where they are the same for every row. The name
// is neither g, h, v, w, x, y nor z.
//
// - admin, facilitator: placements on the lots they see, shared ones included.
// - structure, company: those they employ, and those on the lots they hold.
// - network: those that its member structures employ.
// - buyer, prescriber: none; a buyer has the sums of its lots (visible_lots).
std::string visible_placements(const domain::Viewer& viewer, std::string_view placement = "p");
// Where its participant is shown, by its number: to who facilitates the lot, employs the person or sees its record.
std::string identified_placements(const domain::Viewer& viewer, std::string_view placement = "p");
// Where it declares: what it employs, and all that it sees for a facilitator.
std::string declarable_placements(const domain::Viewer& viewer, std::string_view placement = "p");
// Where it validates: the lots that it facilitates.
std::string followed_placements(const domain::Viewer& viewer, std::string_view placement = "p");
// Sums of a lot, on columns lot_id and performer_id of that name: of lots it sees for the desk and holders, of its own
// hours for a structure or a company, of those of its members for a network.
std::string visible_hours(const domain::Viewer& viewer, std::string_view hours);
// The same on lot_id alone, for sums that do not tell who did the hours; "" where the rule needs to know.
std::string visible_lot_hours(const domain::Viewer& viewer, std::string_view hours);

}  // namespace clausier::store
