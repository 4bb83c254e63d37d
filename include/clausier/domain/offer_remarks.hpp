// What is worth a look in an offer before it is kept.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/enquiry_study.hpp"

namespace clausier::domain {

// Whether the offer commits to fewer hours than what is due on its lot; one that says nothing takes the minimum.
bool below_minimum(const std::optional<core::Hours>& due, const Offer& offer);
// The sentence that says so: « moins que le minimum de 480 h : à faire régulariser, ou offre irrégulière ».
core::Issue below_minimum_issue(core::Hours due);

// Warnings, each in the field of the offer: "heures" (code "offre_sous_minimum"), "montant" (more than ten times what
// the lot was estimated), "entreprise" (it has another offer on the lot), "notes.n.justification". `study`: of the
// chosen scenario, nullptr when none is.
std::vector<core::Issue> offer_remarks(const EnquirySheet& sheet, const ScenarioStudy* study, const Offer& offer);

// The offers kept below the minimum of their lots: errors in "lots.n.offre_retenue".
std::vector<core::Issue> kept_below_minimum(const EnquirySheet& sheet, const ScenarioStudy& study);

}  // namespace clausier::domain
