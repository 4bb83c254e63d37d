// The adviser's answer as its page shows it.
#pragma once
#include <boost/json/object.hpp>

#include "clausier/domain/adviser.hpp"

namespace clausier::present {

// annonce {avant, chiffre, suite}; conditions[] (id, titre, statut, classe, pourquoi[], manques[], a_des_seuils,
// seuils[] of libelle, montant, source, verifie, etat; a_des_exceptions, exceptions[] of apparente, pourquoi or null,
// regle; regles[]); groupes[] (titre, clauses[] of id, libelle, articles, pourquoi[], a_des_verifications,
// verifications[], regles[]). A rule: texte, article or null, source, lien or null, relu_le or null, verifie, etat.
boost::json::object advice_view(const domain::Advice& advice);

}  // namespace clausier::present
