// Purchases and the share of inclusive ones, as documents and as pages show them. Every key is always there.
#pragma once
#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "clausier/domain/purchases.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// achats[]: achat_id (null without file), acheteur_id, acheteur, annee, fichier, lues, retenues, ecartees,
// depense_mandatee, depense_source.
Answer answer(const std::vector<domain::PurchaseYear>& years);

// The keys of a line above (achat_id null for a trial), juge_le (the day structures are judged on), then chiffres[]:
// groupe (« ensemble », « type », « categorie », « entite »), code, nom, lignes, fournisseurs, montant,
// inclusif_lignes, inclusif_fournisseurs, inclusif_montant, part (percent of euros: of the group's own; of all
// purchases for « ensemble » and « type »); and rejets[]: ligne, code, message.
Answer answer(const domain::PurchaseSheet& sheet);

// The titles of the columns added to the user's file, and what they hold for a line.
std::vector<std::string> purchase_note_titles();
std::vector<std::string> purchase_note_cells(const domain::PurchaseNote& note);

// acheteur, annee, phrase, methode, chiffres[] (libelle, valeur, part, denominateur), types, categories and entites
// (bar charts), a_des_types, a_des_categories, a_des_entites, rejets[] (ligne, message), a_des_rejets, rejets_titre,
// depense (« 9 000 €, compte administratif », or null).
boost::json::object purchase_view(const domain::PurchaseSheet& sheet);
// lignes[]: id (null without file), acheteur_id, acheteur, annee, fichier, lignes, depense, source; vide.
boost::json::object purchase_years_view(const std::vector<domain::PurchaseYear>& years);

}  // namespace clausier::present
