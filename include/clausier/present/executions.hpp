// The execution of lots as documents and tables: what is owed and done, placements, statements of hours.
#pragma once
#include <vector>

#include "clausier/domain/execution_list.hpp"
#include "clausier/domain/lot_progress.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// lot_id, marche, lot, etat, modifie, pourquoi, du, declare, valide, en_attente, reste, avancement, attendu,
// engagements[] (engagement_id, unite, objectif, titulaire_id, part, du, declare, valide, en_attente, reste,
// avancement, revision), courbe[] (mois, attendu, declare, valide), ordres[], arrets[], attestations[], penalites[].
Answer answer(const domain::LotExecutionSheet& sheet);
// engagement_id, lot_id, unite, objectif, du, revision, versions[] (rang, nature, quantite, depuis, confirmee, effet,
// pourquoi, motif, reference, convenu_le, date, acteur).
Answer answer(const domain::Commitment& commitment, core::Date on);
// mises_total, mises[] (mise_id, lot_id, marche, lot, personne, employeur, modalite, contrat, debut, fin, eligible,
// pourquoi, revision).
Answer placements_answer(const std::vector<domain::PlacementLine>& lines, std::int64_t total);
// The same for one, with titulaire, metier, criteres[].
Answer answer(const domain::PlacementLine& line);
// releves_total, heures, releves[] (releve_id, mise_id, mois, marche, lot, employeur, personne, etat, heures,
// travaillees, formation, payees, motif, revision).
Answer answer(const domain::StatementPage& page);
// The same for one, with lignes[] (lot_id, nature, heures, compte).
Answer answer(const domain::StatementEntry& entry, const std::vector<domain::KeptLine>& lines);

}  // namespace clausier::present
