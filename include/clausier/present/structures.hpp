// Structures as documents and as pages show them. Every key is always there.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/domain/structure_list.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// structures_total, structures_connues, structures[]: structure_id, type, famille, nom, siret, departement,
// code_postal, commune, naf, source, fermee_le, convention_du, convention_au (of the convention that ends last), agreee
// (today: « oui », « réputée », « non »), esus (bool, today), ess (bool).
Answer answer(const domain::StructurePage& page, core::Date today);

// The keys of a line above, then revision, sirets[] (siret, du, au), agrements[] (genre, du, au, source), partages[]
// (structure_id, type, nom: those that have the same SIRET), contrats[] as below.
Answer answer(const domain::StructureSheet& sheet, core::Date today);

// contrats[]: marche_id, acheteur, marche, lot, objet, date_notification, montant, role (« titulaire », « sous-
// traitant »), siret, structure_id, structure, type, famille, agreee_a_la_notification, esus (bool).
Answer answer(const std::vector<domain::SupplierContract>& contracts);

// import (null for a trial), etat (« essai », « appliqué », « annulé »), fichier, lues, creees, modifiees, identiques,
// ecartees, remarques[]: ligne, code, ecartee (bool), message.
Answer answer(const domain::StructureImportOutcome& outcome);
// imports[]: import, date, fichier, lues, creees, modifiees, identiques, ecartees, etat.
Answer answer(const std::vector<domain::StructureImport>& imports);

// As pages show them. lignes[]: id, nom, type, siret, lieu (« Metz (57) »), agreee, classe (of its label), fermee.
boost::json::array structure_line_views(const domain::StructurePage& page, core::Date today);
// cles[] (libelle, valeur), sirets[] (siret, periode, actuel), agrements[] (genre, periode, source), a_des_agrements,
// partages[] (id, nom, type), a_des_partages, contrats[] as contract_views, a_des_contrats.
boost::json::object structure_view(const domain::StructureSheet& sheet, core::Date today);
// marche_id, acheteur, objet, reference, date, montant, role, id and structure (of the structure), type, agreee,
// classe.
boost::json::array contract_views(const std::vector<domain::SupplierContract>& contracts);
// chiffres[] (libelle, valeur), remarques[] (ligne, etat, message; the first 200), a_des_remarques, en_plus.
boost::json::object structure_import_view(const domain::StructureImportOutcome& outcome);

}  // namespace clausier::present
