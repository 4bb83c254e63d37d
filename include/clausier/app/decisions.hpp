// Decisions on unknown values of files: given once, listed, forgotten.
#pragma once
#include <string_view>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/import_decision.hpp"

namespace clausier::app {

// All of them, by field, then by value.
std::vector<domain::Decision> list_decisions(store::Database& base);

// Keeps them, each in the place of the one on the same value. Throws Error(invalid) with one Issue for each that is
// refused, its place « champ : valeur »; none is then kept. Nothing happens without decisions.
void save_decisions(Session session, store::Database& base, const std::vector<domain::Decision>& decisions);

// The value will be asked about again. Throws Error(not_found) when nothing was decided of it.
void forget_decision(Session session, store::Database& base, domain::Field field, std::string_view value);

}  // namespace clausier::app
