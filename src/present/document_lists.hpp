// The publics and the modalities of a document, as lists of « libelle ».
#pragma once
#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "clausier/core/dates.hpp"

namespace clausier::present {

// The publics of these codes, or while none is chosen those of the whole list that exist on the day.
boost::json::array public_values(const std::vector<std::string>& chosen, core::Date today);

// The modalities of these codes, or while none is chosen one line a family, with its examples: « Embauche directe en
// CDI, CDD, apprentissage ou contrat de professionnalisation ».
boost::json::array modality_values(const std::vector<std::string>& chosen);

}  // namespace clausier::present
