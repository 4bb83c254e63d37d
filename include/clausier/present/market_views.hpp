// Markets and lots as pages show them: texts in French in the shape that templates expect. Every key is always there.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>

#include "clausier/domain/lot_explained.hpp"
#include "clausier/domain/market_list.hpp"

namespace clausier::present {

// A bar that a figure fills: valeur and max (whole numbers), texte (both figures in words).

// One element a market: id, acheteur, reference, derivee (bool), objet, date (« 02/03/2026 », "" when not known),
// departement, lots (« 2 lots »), montant and heures (as in the list, "" when not known), heures_connues (bool), jauge
// (the lots whose hours are known, due or calculated; null without lots).
boost::json::array market_line_views(const domain::MarketPage& page);

// Of the whole filtered set: marches (« 3 marchés »), lots, montant, heures ("" when no lot has one), lots_avec_montant
// and lots_avec_heures (« 2 lots sur 5 »), depasse (bool).
boost::json::object market_totals_view(const domain::MarketPage& page);

// The code chosen in each facet, "" for none.
struct FacetChoice {
    std::string year;
    std::string buyer;
    std::string department;
    std::string sector;
    std::string social;
    std::string hours;
};

// One element a facet: nom ("annee", "acheteur", "departement", "secteur", "consideration", "heures": the name of its
// filter), titre, vide (bool), choisi (bool), valeurs[] (code, libelle, nombre, choisie (bool), filtrable (bool:
// markets that say nothing cannot be asked for)).
boost::json::array facet_views(const domain::MarketFacets& facets, const FacetChoice& choice);

// id, titre, acheteur, acheteur_id, reference, derivee, objet, revision, champs[] (nom, libelle, valeur; those filled
// in), lots[] (id, nom, titulaires[] (organisation (its number), nom, identifiant, suite (what comes before the next)),
// montant, heures, calcul (today's hours, "" without), jauge (its share of the market's hours, null without)),
// nombre_lots, montant, heures, heures_connues (bool), calcul (today's hours of all lots, "" when none has any),
// calcules (« 15 lots sur 16 »). `today` has the lots in the order of the sheet.
boost::json::object market_view(const domain::MarketSheet& sheet, const domain::TenderHours& today);

// id, titre, marche_id, marche, objet, acheteur, acheteur_id, revision, champs[], titulaires[] (organisation, nom,
// identifiant, suite), heures_dues ("" when none), calcul (possible (bool), remarque, heures, heures_brutes, jours,
// semaines, etp, formule, metier, maximum (bool), etapes[] (libelle, formule), hypotheses[] (nom, valeur, origine, lien
// (key of the reference value or ""), libelle, source, etat, a_verifier (bool)), avis[] (texte)), enregistres[] (id,
// date, par, heures, etat, change (bool), etapes[]), a_des_enregistres (bool), jauge (hours due against today's
// calculation, null when one is missing).
boost::json::object lot_view(const domain::LotExplained& explained);

}  // namespace clausier::present
