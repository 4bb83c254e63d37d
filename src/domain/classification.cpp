// Decisions as texts.
#include "clausier/domain/classification.hpp"

#include "clausier/core/text.hpp"
#include "clausier/domain/social_state.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view none_word = "aucune";

}  // namespace

core::Result<std::optional<ClauseDecision>> parse_decision(ClauseAxis axis, std::string_view text) {
    using Read = std::optional<ClauseDecision>;
    if (core::trim(text).empty()) return Read();
    if (core::fold(text) == none_word) return Read(no_consideration(axis));
    ClauseDecision out;
    out.axis = axis;
    if (axis == ClauseAxis::social) {
        const auto clauses = parse_lot_clauses(text);
        if (!clauses) return clauses.error();
        out.clauses = *clauses;
        return out.clauses.empty() ? Read() : Read(std::move(out));
    }
    const auto words = parse_environmental_considerations(text);
    if (!words) return words.error();
    out.environmental = words->value_or("");
    return out.environmental.empty() ? Read() : Read(std::move(out));
}

std::string text_of(const ClauseDecision& decision) {
    if (decision == no_consideration(decision.axis)) return std::string(none_word);
    return decision.axis == ClauseAxis::social ? text_of(decision.clauses) : decision.environmental;
}

}  // namespace clausier::domain
