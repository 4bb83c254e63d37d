// Dossiers, their scenarios and the ratio of clauses as documents and tables; offers: see offer_report.hpp.
#pragma once
#include <vector>

#include "clausier/domain/enquiry_list.hpp"
#include "clausier/domain/enquiry_study.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// Every key is always there; what is not known is null, and texts not filled in are "".

// id, etat (its code), etat_libelle, acheteur, acheteur_id, objet, type, cpv, categorie_acheteur, defense, departement,
// besoin_estime, duree_mois, date_consultation, siae, siae_chiffre_affaires, ea_esat, ea_esat_chiffre_affaires, charge,
// date_demande, date_question, date_publication, date_reponses, publics[], modalites[],
// motif_refus, motif_exception, note, scenario_retenu, scenario_preconise, marche_id, revision, heures, jours,
// semaines, etp, lots_avec_clause (of the chosen scenario), then lots[] (lot_id, lot, intitule, metier, cpv,
// montant_estime, maximum, sans_suite, and clause, heures by the chosen scenario), scenarios[] (see below),
// historique[] (date, par, de, a, note). `studies`: of every scenario of the sheet, in their order.
Answer answer(const domain::EnquirySheet& sheet, const std::vector<domain::ScenarioStudy>& studies);

// scenarios[] (id, nom, retenu, part_mo, taux, cout_horaire, arrondi, heures, jours, semaines, etp, lots_avec_clause,
// lots_a_decider, reference, revision, lots[] (lot_id, lot, intitule, clause, clause_libelle, heures, heures_decidees,
// and what the calculation took and gave: montant, part_mo, taux, cout_horaire, heures_calculees, formule, remarque,
// avis[])), and comparaison[]: one row a lot, the clause and
// the hours of each scenario in columns named after it (heures_usuel).
Answer scenarios_answer(const domain::EnquirySheet& sheet, const std::vector<domain::ScenarioStudy>& studies);

// One scenario, with the keys above; its rows are its lots.
Answer answer(const domain::ScenarioStudy& study);

// dossiers[] (id, etat, etat_libelle, acheteur, objet, type, cpv, departement, besoin_estime, lots, echeance,
// echeance_nature ("question", "publication", "reponses" or ""), charge, date_demande, marche_id), dossiers_total.
Answer answer(const domain::EnquiryPage& page);

// ratios[] (acheteur_id, acheteur, annee, demandes, etudies, clausables, clauses, refuses, en_attente,
// taux_clausables, taux_clauses: of those studied, null when none is), then the same counts of them all with « _total
// ».
Answer answer(const std::vector<domain::EnquiryRatio>& ratios);

// The study of the chosen scenario, nullptr when none is.
const domain::ScenarioStudy* chosen_study(const domain::EnquirySheet& sheet,
                                          const std::vector<domain::ScenarioStudy>& studies);
// What a study says of a lot, nullptr when there is no study or no such lot.
const domain::LotStudy* study_of(const domain::ScenarioStudy* study, domain::Id<domain::EnquiryLot> lot);

}  // namespace clausier::present
