// Which OPCS follow a lot, and what organisations do.
#pragma once
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/market_list.hpp"
#include "clausier/domain/organisation.hpp"
#include "clausier/domain/organisation_function.hpp"
#include "clausier/domain/structure.hpp"

namespace clausier::app {

// Those of a lot, the leading one first. Throws Error(not_found).
std::vector<domain::LotOpcs> lot_opcs(store::Database& base, domain::Id<domain::Lot> lot);
// Every OPCS that may follow a lot, by name.
std::vector<domain::LotOpcs> known_opcs(store::Database& base);
// Replaces those of a lot; the names are not read. Throws Error(not_found), Error(invalid) in the fields "pilote" and
// "associes" when the rule of domain::faults is broken or one of them is no OPCS.
void set_lot_opcs(Session session, store::Database& base, domain::Id<domain::Lot> lot,
                  const std::vector<domain::LotOpcs>& opcs);

struct OrganisationFunctions {
    domain::Organisation organisation;
    std::vector<domain::OrganisationFunction> functions;
};
// Throws Error(not_found).
OrganisationFunctions organisation_functions(store::Database& base, domain::Id<domain::Organisation> id);
// Replaces them. Throws Error(not_found), Error(conflict) when the organisation is merged into another.
void set_organisation_functions(Session session, store::Database& base, domain::Id<domain::Organisation> id,
                                const std::vector<domain::OrganisationFunction>& functions);

// Throws Error(not_found).
domain::StructureLinks structure_links(store::Database& base, domain::Id<domain::Structure> structure);
using domain::StructureLinks;
// Replaces them. Throws Error(not_found) when the structure or an organisation is not there.
void set_structure_links(Session session, store::Database& base, const StructureLinks& links);

}  // namespace clausier::app
