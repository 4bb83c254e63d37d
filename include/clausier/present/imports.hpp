// Imports as documents and tables.
#pragma once
#include <vector>

#include "clausier/domain/import_outcome.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// lignes_lues, lignes_retenues, lignes_ignorees, lignes_rejetees, marches_nouveaux, marches_modifies,
// marches_identiques, lots, avertissements; then essai, etat ("essai", "appliqué" or "annulé"), import, profil,
// problemes[] (code, gravite, nombre, exemple), lignes_non_retenues[] (motif, nombre), changements[],
// colonnes_a_decider[].
Answer answer(const domain::ImportOutcome& outcome);

// imports[]: import, date, fichier, profil, etat, and the counts as above.
Answer answer(const std::vector<domain::ImportOutcome>& imports);

}  // namespace clausier::present
