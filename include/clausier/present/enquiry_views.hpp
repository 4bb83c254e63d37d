// Dossiers, scenarios and offers as pages show them: texts in French in the shape that templates expect. Every key is
// always there.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

#include "clausier/domain/enquiry_list.hpp"
#include "clausier/domain/enquiry_study.hpp"
#include "clausier/domain/market_list.hpp"

namespace clausier::present {

// One element a dossier: id, objet, acheteur, etat, etat_classe (of its label: "", "valide", "attente", "alerte"), lots
// (« 2 lots »), echeance (« 25/11/2026 », "" for none), echeance_nature, delai (« dans 4 jours », « en retard de 3
// jours »), en_retard (bool: it has passed and the dossier waits), charge.
boost::json::array enquiry_line_views(const domain::EnquiryPage& page, core::Date today);

// lignes[] and total (acheteur, annee, demandes, etudies, clausables, taux_clausables, clauses, taux_clauses, refuses,
// en_attente), graphique (a bar chart: the rate of dossiers with a clause, by year), phrase.
boost::json::object ratio_view(const std::vector<domain::EnquiryRatio>& ratios);

// id, titre, acheteur, etat, etapes[] (libelle, courante, faite), cles[] (libelle, valeur, alerte (bool), url (or
// null)), suites[] (the next states: etat, libelle (« Préconiser »), aide, motif (bool: it asks for a reason),
// attribution (bool: it has a page of its own), possible (bool), manques[] (champ, texte)), a_des_suites, peut_avancer
// (one of them is a mere button), autres[] (etat, libelle: all the other states, further on or back), a_des_autres,
// attribue (bool), refuse (bool), motif_refus (or null), champs[] (libelle, valeur), scenarios (as scenarios_view),
// offres[] (lot, nombre, retenue, heures), a_des_offres, a_une_attribution, attribution (as award_view, {} without
// one), historique[] (date, par, de, a, note (or null)), a_un_historique, marche_id (or null). `market`: the one it has
// become; its figures are then those of the dossier.
boost::json::object enquiry_view(const domain::EnquirySheet& sheet, const std::vector<domain::ScenarioStudy>& studies,
                                 const domain::StepFacts& facts, const domain::MarketSheet* market = nullptr);

// What the chosen scenario is called: « préconisé » until the buyer has kept one, then « retenu ».
std::string_view chosen_word(const domain::Enquiry& enquiry);

// Side by side: a_des_lots, a_des_scenarios, somme (what the lots sum to beside the estimated need, or null),
// colonnes[] (id, nom, retenu (bool: chosen), mot (« préconisé », « retenu »)), lignes[] (nom, metier (« Peinture
// intérieure, 70 % », or null), metier_trouve (bool: from the title or the CPV), montant, maximum (bool), sans_suite
// (bool), cases[] (titre, heures (or null), clause, decidees (bool), manque (bool: its hours cannot be computed))),
// totaux[] (libelle, cases[] (titre, texte)), remarques[] (texte: why hours are missing, of which lot, in which
// scenarios), a_des_remarques.
boost::json::object scenarios_view(const domain::EnquirySheet& sheet,
                                   const std::vector<domain::ScenarioStudy>& studies);

// One scenario: annonce {avant, chiffre, suite}, lots[] (nom, clause, a_decider (bool), montant, heures (or null),
// decidees (bool), formule (or null), remarque (or null), avertissements[]), total (montant, heures), a_decider (a
// sentence, or null).
boost::json::object scenario_view(const domain::ScenarioStudy& study);

// criteres[] (libelle, poids, attendu), a_une_grille, a_ecrire (why a grid is needed, or null), poids, note_max, somme
// (of the weights), lots[] (id, rang (in the dossier), nom, minimum, sans_suite (bool), a_des_offres, offres[] (id,
// entreprise, identifiant, montant, notes[] (critere, note, justification), note, points, rang, premiere (bool),
// proposees, engagees, depasse (bool: more than the minimum), remarques[] (texte), retenue (bool), revision)). What is
// not known is null, or a dash.
boost::json::object offers_view(const domain::EnquirySheet& sheet, const std::vector<domain::ScenarioStudy>& studies);

// What an award will make: lots[] (nom, titulaire (or null), sans_clause (bool), montant, heures, origine), heures (in
// all), nombre (« 2 lots »).
boost::json::object award_view(const domain::EnquirySheet& sheet, const std::vector<domain::ScenarioStudy>& studies);

}  // namespace clausier::present
