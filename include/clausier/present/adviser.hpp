// The adviser's answer as a document, as a table to read, and as blocks for whatever is written from it.
#pragma once
#include <boost/json/object.hpp>
#include <vector>

#include "clausier/domain/adviser.hpp"
#include "clausier/present/answer.hpp"
#include "clausier/present/document.hpp"

namespace clausier::present {

// date, achat (objet, cpv, type, categorie, defense, departement, besoin_estime, duree_mois, date_consultation, siae,
// siae_ca, ea_esat, ea_esat_ca), type_retenu, condition_sociale and condition_environnementale (statut, libelle,
// pourquoi[], seuils[] of cle, libelle, montant, source, verifie, regles[], exceptions[] of regle, apparente, pourquoi,
// manque[] of champ, texte), main_d_oeuvre (metier and part_mo or null, lots[] of lot, metier, part_mo, verifie,
// heures, avertissements[]) or null, offre_locale (siae, ea_esat: recommandation, dependance_pct, or null), premiere (a
// code, or null when none stands out), manque[] (champ, texte: what would settle the kinds), clauses[] (code, libelle,
// avis, articles[], pourquoi[], a_verifier[], regles[]) and reference. A rule (regle): cle, texte, article, source,
// url, depuis, relu_le, verifie, note.
Answer answer(const domain::Advice& advice);

// « vérifié » or « à vérifier sur Légifrance ».
std::string_view statement_state(const domain::LegalStatement& statement);
// « Condition sociale (L2112-2-1) : requise. » and what settles it, for a line of a note or a terminal.
std::string condition_line(std::string_view name, const domain::MandatoryCondition& condition);

// The answer in a few paragraphs: the conditions, the exceptions that look apparent, the kinds recommended or else
// possible (at most `kinds` of them), each with its articles, those unverified said to be so; what is missing when none
// stands out.
std::vector<Block> advice_blocks(const domain::Advice& advice, std::size_t kinds);

}  // namespace clausier::present
