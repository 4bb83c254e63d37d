// Imports as pages show them: texts in French in the shape that templates expect. Every key is always there.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

#include "clausier/domain/import_draft.hpp"

namespace clausier::present {

// fichier; etapes[] (libelle, courante (bool), faite (bool)); one bool for what is to be shown: en_cours, aux_colonnes,
// aux_valeurs, a_verifier, applique, abandonne, echoue; abandonnable; expire ("17:30 UTC") and expire_le (ISO);
// avancement (texte, fait, total (0 when unknown), connu (bool)); erreurs[] and remarques[] (texte), a_des_erreurs,
// a_des_remarques.
// Of the columns: profil, ligne_entetes, manque ("" when nothing is), acheteur_a_donner, lisible, plusieurs_feuilles,
// feuilles[], profils[] (valeur, libelle, choisie), colonnes[] (numero, nom (of its field), lettre, libelle, exemples,
// origine, score, a_decider, options[]), questions (« 2 colonnes à décider »).
// Of the values: valeurs[] (rang, champ, champ_libelle, valeur, colonne, nombre, options[], libre (bool: any meaning
// may be typed), decidee ("" or who and when)), non_listees (""). Of the check and the report: bilan, null or as
// outcome_view().
boost::json::object import_view(const domain::ImportDraft& draft);

// cles[] (libelle, valeur), equilibre (« 95 lignes lues = 63 retenues + 30 ignorées + 2 rejetées »), problemes[]
// (texte, nombre, gravite, erreur (bool)), non_retenues[] (motif, nombre), changements[] (marche, lot, champ, avant,
// apres), a_des_problemes, a_des_non_retenues, a_des_changements, numero ("" while it is tried), annule (bool), rien
// (bool: nothing new and nothing changed).
boost::json::object outcome_view(const domain::ImportOutcome& outcome);

// One element an import made: numero, date, fichier, profil, lignes, marches, etat, annulable (bool).
boost::json::array import_list_views(const std::vector<domain::ImportOutcome>& imports);

// One element a decision: champ (key), champ_libelle, valeur, sens, decidee.
boost::json::array decision_views(const std::vector<domain::Decision>& decisions);

}  // namespace clausier::present
