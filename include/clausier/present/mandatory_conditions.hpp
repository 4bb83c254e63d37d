// The mandatory social condition of markets, as documents and as pages show it.
#pragma once
#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "clausier/domain/market_condition.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// etats[] (etat, libelle, marches, lots), soumis (marches, lots), lignes[] (marche_id, acheteur, marche, objet,
// date_consultation, date_notification, besoin_estime, type, etat, libelle, pourquoi, manque, lots,
// lots_avec_condition, motif (the key of its legal statement, or null), motif_texte).
Answer answer(const domain::ConditionPage& page);
// marche_id, marche, acheteur, type, etat, libelle, pourquoi[], manque[] (champ, texte), lots, lots_avec_condition,
// seuils[] (libelle, montant), exceptions[] (cle, texte, article, verifie, apparente), motif (cle, texte, date, par; or
// null), revision.
Answer answer(const domain::MarketConditionSheet& sheet);

// « 3 marchés sur 5 soumis ont une condition sociale (60 %) ; 1 a une exception motivée, 12 sont à vérifier ».
std::string condition_phrase(const domain::ConditionCounts& counts);
// etats[] (code, libelle, marches, lots), phrase, lignes[] (url, objet, acheteur, consultation, besoin, etat, classe
// (of its label), pourquoi, manque), vide (bool).
boost::json::object conditions_view(const domain::ConditionPage& page);
// etat, classe, pourquoi[] (texte), manque[] (texte), a_un_manque (bool), motif (cas, texte, quand, par; or null),
// peut_motiver (bool: an exception makes sense), dispenses[] (texte, a_verifier (bool)).
boost::json::object condition_view(const domain::MarketConditionSheet& sheet, const domain::Reference& reference,
                                   core::Date today);
// The cases of the law to choose from: key and words, those of the market's type.
std::vector<std::pair<std::string, std::string>> exception_options(domain::PurchaseType type,
                                                                   const domain::Reference& reference,
                                                                   core::Date today);

}  // namespace clausier::present
