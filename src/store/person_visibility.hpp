// The row rule of participants: whose records a viewer sees, and whose names.
#pragma once
#include <string>
#include <string_view>

#include "clausier/domain/viewer.hpp"

namespace clausier::store {

// Conditions on the participant of a query, by its name there; "1" or "0" where they are the same for every row.
//
// Records: all for the admin; those of its OPCS for a facilitator, those it declared for a structure, a company or a
// prescriber; none for a buyer, a network or nobody.
std::string visible_participants(const domain::Viewer& viewer, std::string_view participant = "p");
// Names and health: the same without the admin.
std::string named_participants(const domain::Viewer& viewer, std::string_view participant = "p");

}  // namespace clausier::store
