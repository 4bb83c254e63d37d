// Markets and lots as documents and tables.
#pragma once
#include "clausier/domain/market_list.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// marches[] (id, acheteur, marche, marche_derive, objet, nature, procedure, cpv, departement, date_notification,
// duree_mois, considerations_sociales, lots, montant, montant_estime (of lots without an awarded amount),
// lots_sans_montant, heures (due), heures_calculees (of lots without hours due, by the latest calculation kept)), then
// marches_total and, for the whole filtered set, lots_total, montant_total, lots_avec_montant, montant_estime_total,
// lots_avec_montant_estime, heures_total, lots_avec_heures, total_depasse (a sum is greater than can be counted).
Answer answer(const domain::MarketPage& page);

// The market's own values, and lots[] (lot_id, lot, intitule, montant, …, heures, heures_calculees, titulaires[]).
Answer answer(const domain::MarketSheet& sheet);

// One row a lot, for exports: lots[].
Answer export_lots(const std::vector<domain::MarketSheet>& sheets);

}  // namespace clausier::present
