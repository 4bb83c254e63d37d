// Imports in progress, decisions and the template workbook, as documents and tables.
#pragma once
#include <cstdint>
#include <map>
#include <vector>

#include "clausier/core/out_cells.hpp"
#include "clausier/domain/import_draft.hpp"
#include "clausier/present/answer.hpp"
#include "clausier/present/tables.hpp"

namespace clausier::present {

// import, fichier, etape, en_repos, expire_le, lu, total, devant; feuilles[], feuille, ligne_entetes, profil,
// profil_libelle; colonnes[] (numero, lettre, libelle, champ, champ_libelle, score, origine, a_decider, exemples[],
// propositions[] (champ, libelle, score)); champs_absents, acheteur_a_donner, peut_etre_lu; valeurs[] (champ,
// champ_libelle, valeur, colonne, nombre, premiere_ligne, propositions[] (code, libelle), peut_etre_gardee, decision:
// null or as below), valeurs_non_listees; remarques[] and erreurs[] (code, ou, texte); bilan: null, or the document of
// the ImportOutcome.
Answer answer(const domain::ImportDraft& draft);

// decisions[]: champ, champ_libelle, valeur, decision ("remplacer", "ignorer" or "garder"), sens, decide_le, par.
Answer answer(const std::vector<domain::Decision>& decisions);

// The cells beside one line of the user's file, in the copy that goes back to him: the titles on the header's row, else
// "retenue", "ignorée" or "rejetée", then the remarks, one a line, where there are any.
std::vector<core::OutCell> line_cells(std::uint64_t line, std::uint64_t header_row,
                                      const std::map<std::uint64_t, domain::LineRemarks>& remarks);

// The workbook to download and fill in: French column titles that every import recognises, and two lots of invented
// organisations.
TypedTable import_template();

}  // namespace clausier::present
