// The sheet of a buyer or a company as a document and as pages show it.
#pragma once
#include <boost/json/object.hpp>

#include "clausier/domain/organisation_sheet.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// id, type (of the identifier), identifiant, nom, nature (a code), marches_passes and marches_tenus (how many),
// dossiers_total, dossiers[] (id, objet, etat, charge, echeance, echeance_de), then contacts[], echanges[] and taches[]
// as in the answer of a follow-up.
Answer answer(const domain::OrganisationSheet& sheet, core::Date today);

// nom, identifiant (« SIRET 123… » or ""), nature (in words), passes and tenus (« 3 marchés », "" for none),
// liste_passes and liste_tenus (addresses of the lists), dossiers[] (id, objet, etat, echeance), a_des_dossiers,
// dossiers_total.
boost::json::object organisation_view(const domain::OrganisationSheet& sheet);

}  // namespace clausier::present
