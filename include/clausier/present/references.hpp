// Reference values as documents and tables, always with their source and whether they were checked.
#pragma once
#include <vector>

#include "clausier/domain/reference.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// valeurs[]: cle, libelle, valeur, valeur_min, valeur_max, unite, depuis, couche, source, url, relu_le, verifie, note.
Answer answer(const std::vector<const domain::ReferenceValue*>& values, std::string_view title);

}  // namespace clausier::present
