// One lot as a document, and its hours explained.
#pragma once
#include <string>

#include "clausier/domain/lot_explained.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// Every key is always there; what is not known is null, and texts not filled in are "".
// lot_id, lot, intitule, section, tranche_montant, cpv, metier, lieu, departement, date_notification, duree_mois,
// considerations_sociales, considerations_environnementales, montant, montant_min, montant_estime, montant_max,
// part_mo, taux, cout_horaire, heures, titulaires[] (type, id, nom), revision,
// clauses[] (sorte, forme), resume_des_clauses (what considerations_sociales should say, null without clauses),
// marche (id, marche, marche_derive, objet, nature, procedure, cpv, lieu, departement, date_notification,
// date_publication, date_consultation, besoin_estime, duree_mois, considerations_sociales,
// considerations_environnementales, revision), acheteur (id, type, identifiant, nom, nature).
Answer answer(const domain::LotSheet& sheet);
// The document alone, as the text of JSON: quick enough for every request.
std::string document(const domain::LotSheet& sheet);

// The same, then calcul (montant, part_mo, taux, cout_horaire, heures, heures_brutes, jours, semaines, etp, formule,
// hypotheses, remarque, etapes[], hypotheses_detail[] (nom, valeur, origine, cle, libelle, source, etat), avis[],
// reference) and calculs_enregistres[] (id, date, par, methode, heures, heures_brutes, arrondi, donnees, etapes[],
// reference, reference_changee, lot_change, differe).
Answer answer(const domain::LotExplained& explained);

}  // namespace clausier::present
