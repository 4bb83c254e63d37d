// Reference values as pages show them: figures with their unit, bounds, dates, layer, and whether they were checked.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string_view>
#include <vector>

#include "clausier/domain/reference.hpp"

namespace clausier::present {

// "70 %", "35,20 €/h", "22 août 2026".
std::string reference_text(const domain::ReferenceValue& value);

// One value: cle, libelle, url_historique, valeur, bornes (or null), depuis, couche, locale, source, lien (or null),
// relu_le (or null), verifie, etat ("vérifiée", "à vérifier"), note (or null).
boost::json::object reference_view(const domain::ReferenceValue& value);
boost::json::array reference_views(const std::vector<const domain::ReferenceValue*>& values);

// A grid: libelle, source, etat, paliers[] (montant, heures).
boost::json::object grid_view(const domain::Grid& grid);

// The name of a family of keys, the part before the first dot: "Part de main-d’œuvre" for "labour_share"; the family
// itself when it has no name here.
std::string_view reference_family_name(std::string_view family);

}  // namespace clausier::present
