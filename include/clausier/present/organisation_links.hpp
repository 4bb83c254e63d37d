// The OPCS of a lot and the functions of an organisation, as documents and tables.
#pragma once
#include <vector>

#include "clausier/domain/market.hpp"
#include "clausier/domain/organisation.hpp"
#include "clausier/domain/organisation_function.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// lot, opcs[] (organisation, nom, part: "pilote" or "associee").
Answer answer(domain::Id<domain::Lot> lot, const std::vector<domain::LotOpcs>& opcs);
// organisation, nom, fonctions[] (codes).
Answer answer(const domain::Organisation& organisation, const std::vector<domain::OrganisationFunction>& functions);

// structure, organisation (number or null), reseaux[] (numbers).
Answer answer(const domain::StructureLinks& links);

}  // namespace clausier::present
