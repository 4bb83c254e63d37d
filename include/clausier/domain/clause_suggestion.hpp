// What a contract that says nothing of its considerations may hold, by the words of its object and its CPV: for a
// person to accept or not, never applied by itself.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "clausier/domain/lot_clauses.hpp"

namespace clausier::domain {

// The two things a contract is classified by.
enum class ClauseAxis { social, environmental };
// "sociale", "environnementale".
std::string_view code(ClauseAxis axis);
// « considération sociale », « considération environnementale ».
std::string_view label(ClauseAxis axis);
std::optional<ClauseAxis> clause_axis(std::string_view code);

// What a contract is given on one axis: clauses (never empty), or words of the official list.
struct ClauseDecision {
    ClauseAxis axis = ClauseAxis::social;
    std::vector<LotClause> clauses{};
    std::string environmental{};
    bool operator==(const ClauseDecision&) const = default;

    // « Clause d’insertion, condition d’exécution » or the official words.
    [[nodiscard]] std::string label() const;
};
// « aucune considération » on that axis.
ClauseDecision no_consideration(ClauseAxis axis);

struct ClauseSuggestion {
    ClauseDecision decision;
    std::string reason;       // « « nettoyage » dans l’objet : une clause d’insertion y est usuelle »
    bool is_written = false;  // the object says it; else it is only usual for such a purchase
};

// The strongest: what the object says, then what is usual by its words, then by its CPV; the longest match first.
// Nothing when neither tells.
std::optional<ClauseSuggestion> suggest_clause(ClauseAxis axis, std::string_view object, std::string_view cpv);

}  // namespace clausier::domain
