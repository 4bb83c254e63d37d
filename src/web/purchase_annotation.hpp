// The user's own file of purchases with what is said beside each line.
#pragma once
#include <filesystem>
#include <string>

#include "clausier/app/purchases.hpp"

namespace clausier::web {

// His columns in his order, then ours. Throw as sheets::read().
std::string annotated_csv(const app::AnnotatedPurchases& annotated);
void write_annotated(const std::filesystem::path& to, const app::AnnotatedPurchases& annotated);

}  // namespace clausier::web
