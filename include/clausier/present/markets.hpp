// Markets and lots as documents and tables.
#pragma once
#include "clausier/domain/market_list.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// marches[] (id, acheteur, marche, marche_derive, objet, nature, date_notification, departement, lots, montant,
// lots_sans_montant, heures), then marches_total, lots_total, montant_total, heures_total for the whole filtered set.
Answer answer(const domain::MarketPage& page);

// The market's own values, and lots[] (id, lot, intitule, montant, …, titulaires[]).
Answer answer(const domain::MarketSheet& sheet);

// One row a lot, for exports: lots[].
Answer export_lots(const std::vector<domain::MarketSheet>& sheets);

}  // namespace clausier::present
