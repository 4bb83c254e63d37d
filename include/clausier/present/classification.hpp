// Contracts to classify, and classifications, as documents and as pages show them.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

#include "clausier/domain/classification.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// axe, restent, contrats, lignes[] (lot_id, marche_id, acheteur, marche, lot, objet, cpv, annee (or null), montant,
// suggestion (as a decision is written, or null), suggestion_libelle, raison, decision ("", to be filled in)).
Answer answer(const domain::UnclassifiedPage& page, domain::ClauseAxis axis);
// classement, date, par, axe, contrats, annule_le, lignes[] (lot_id, marche_id, marche, lot, objet, donne, change).
Answer answer(const domain::ClassificationSheet& sheet);
// classement (or null), axe, contrats, deja_renseignes[], inconnus[] (numbers of lots).
Answer answer(const domain::ClassificationOutcome& outcome, domain::ClauseAxis axis);

// « 120 contrats restent à classer sur 4 509 ».
std::string progress_phrase(const domain::UnclassifiedPage& page);
// What is filled in of the whole, as a bar; null without contracts.
boost::json::value progress_gauge(const domain::UnclassifiedPage& page);
// id, lot_url, objet, acheteur, cpv, montant, annee (texts, "" when not known), a_suggestion (bool), suggestion,
// raison, ecrite (bool: the object says it).
boost::json::array unclassified_views(const std::vector<domain::UnclassifiedContract>& lines);
// id, quand, par, axe, contrats (« 12 contrats »), annule (bool), url.
boost::json::array classification_views(const std::vector<domain::Classification>& list);
// The one, with lignes[] (lot_url, objet, donne, change (bool)), bloque (bool: some have changed), annulable (bool).
boost::json::object classification_view(const domain::ClassificationSheet& sheet);

}  // namespace clausier::present
