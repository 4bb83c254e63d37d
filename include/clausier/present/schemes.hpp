// Schemes, targets, registers and AGEC declarations, as documents and tables.
#pragma once
#include <string>
#include <vector>

#include "clausier/domain/scheme.hpp"
#include "clausier/domain/spaser_register.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// schemas[] (id, titre, premiere_annee, derniere_annee, edition, url, note, acheteurs[] (id, nom), cibles, revision).
Answer schemes_answer(const std::vector<domain::SchemeSheet>& schemes);
// cibles[] (id, schema_id, titre (of the scheme), indicateur, libelle, mesure, annee, valeur, cible (as people read
// it), note, revision).
Answer targets_answer(const std::vector<domain::SchemeSheet>& schemes);
// lignes[] (id, acheteur_id, acheteur, registre, debut, fin, service, titre, nom, personnes, note, revision).
Answer register_answer(const domain::RegisterSheet& registers);
// declarations[]: the columns of the national schema (annee, siret, raison_sociale, type_produit_acquis, montant_total,
// montant_reemploi_et_reutilisation, montant_produits_issus_don, montant_produits_recycles, commentaires) after id,
// acheteur_id and revision.
Answer reuse_answer(const domain::RegisterSheet& registers);

}  // namespace clausier::present
