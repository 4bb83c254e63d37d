// The analysis of offers: the marking grid and its results, as a document to file and as a table.
#pragma once
#include <string>
#include <vector>

#include "clausier/domain/enquiry_study.hpp"
#include "clausier/present/answer.hpp"
#include "clausier/present/document.hpp"

namespace clausier::present {

// grille (poids, note_max, criteres[] (id, libelle, poids, attendu)), offres[] (offre_id, lot_id, lot, intitule,
// entreprise, identifiant, montant, heures_minimum (by the chosen scenario), heures_proposees, heures_engagees (what
// binds: the greater), note, points, rang, retenue, revision, notes[] (critere_id, critere, note, justification)), and
// the same for a spreadsheet, resultats[]: one row an offer, its marks in columns named after the sub-criteria
// (note_encadrement, justification_encadrement). Marks and points are null while a mark is missing.
Answer offers_answer(const domain::EnquirySheet& sheet, const std::vector<domain::ScenarioStudy>& studies);

// The grid, then per lot the offers with their marks, justifications, points and ranks, and the hours offered beside
// the minimum. `author`: the instance.
Document offer_report(const domain::EnquirySheet& sheet, const std::vector<domain::ScenarioStudy>& studies,
                      const std::string& author, core::Instant made_at);

}  // namespace clausier::present
