// Buyers and companies opened.
#pragma once
#include "clausier/app/app.hpp"
#include "clausier/domain/organisation_sheet.hpp"

namespace clausier::app {

// The organisation of a number with its markets, its dossiers and its follow-up; one merged into another is the other.
// Throws Error(not_found).
domain::OrganisationSheet organisation_sheet(store::Database& base, domain::Id<domain::Organisation> id);

}  // namespace clausier::app
