// Whether hours can be done: remarks when they are too few, too thin over time, or too many for the lot (DOMAIN §2).
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/calculation_amount.hpp"

namespace clausier::domain {

// Warnings on the hours of one lot by the references feasibility.*, never a refusal: "heures_faibles" under a week of
// work, "effectif_faible" when they make too small a part of a job over `months`, "part_des_heures" when they take too
// much of the lot's own labour hours. Throws Error(invalid) naming "option --mois" when `months` is not positive.
std::vector<core::Issue> feasibility(const AmountResult& lot, const std::optional<core::Fraction>& months,
                                     const Reference& reference, core::Date on);

}  // namespace clausier::domain
