// The official words of natures and considerations that indicators tell apart.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/lot_clauses.hpp"

namespace clausier::domain {

namespace nature {
inline constexpr std::string_view framework = "Accord-cadre";
inline constexpr std::string_view call_off = "Marché subséquent";
inline constexpr std::string_view call_offs = "Marchés subséquents";  // a way of execution
inline constexpr std::string_view orders = "Bons de commande";        // a way of execution
inline constexpr std::string_view defence = "Marché de défense ou de sécurité";
inline constexpr std::string_view works_concession = "Concession de travaux";
}  // namespace nature

// Whether a list of words joined by ", " holds one.
bool holds(std::string_view list, std::string_view word);
bool is_concession(std::string_view nature);

// Bits of domain::consideration. Words that are not of the list say nothing: 0 when none is.
unsigned social_bits(std::string_view words);
unsigned environmental_bits(std::string_view words);
// Of the words that detailed clauses are summed up in.
unsigned clause_bits(const std::vector<LotClause>& clauses, const SummaryRules& rules);

}  // namespace clausier::domain
