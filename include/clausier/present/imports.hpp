// Imports as documents and tables.
#pragma once
#include <boost/json/array.hpp>
#include <vector>

#include "clausier/domain/import_outcome.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// lignes_lues, lignes_retenues, lignes_ignorees, lignes_rejetees, marches_nouveaux, marches_modifies,
// marches_identiques, lots, avertissements; then essai, etat ("essai", "appliqué" or "annulé"), import, profil,
// problemes[] (code, gravite, nombre, exemple), lignes_non_retenues[] (motif, nombre), changements[],
// colonnes_a_decider[], valeurs_a_decider[] (champ, champ_libelle, valeur, colonne, nombre, premiere_ligne,
// propositions[], peut_etre_gardee, decision).
Answer answer(const domain::ImportOutcome& outcome);

// The list valeurs[] of values that no list knows.
boost::json::array unknown_json(const domain::UnknownValues& unknown);

// imports[]: import (null for a trial), date, fichier, profil, etat, and the counts as above.
Answer answer(const std::vector<domain::ImportOutcome>& imports);

}  // namespace clausier::present
