// The state of what is owed on a lot, derived from facts at any day and never written by hand.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/domain/progress.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::domain {

enum class ExecutionState {
    planned,
    awarded,
    running,
    at_risk,
    late,
    in_penalty,
    suspended,
    settled,
    certified,
    dropped
};
inline constexpr std::array all_execution_states = {
    ExecutionState::planned,   ExecutionState::awarded,    ExecutionState::running,   ExecutionState::at_risk,
    ExecutionState::late,      ExecutionState::in_penalty, ExecutionState::suspended, ExecutionState::settled,
    ExecutionState::certified, ExecutionState::dropped};
// "prevu", "attribue", "en_cours", "a_risque", "en_retard", "penalite", "suspendu", "solde", "atteste", "sans_suite".
std::string_view code(ExecutionState state);
// « prévu », « attribué », « en cours », « à risque », « en retard », « pénalité », « suspendu », « soldé », « attesté
// », « sans suite ».
std::string_view label(ExecutionState state);
std::optional<ExecutionState> execution_state(std::string_view code);

struct ExecutionFacts {
    core::Date on{};
    std::optional<core::Date> notified_on;
    WorksTime time;
    Progress whole;
    std::vector<Progress> sub_goals;
    bool amended = false;       // an amendment holds: « modifié », a mark beside the state
    bool penalty_open = false;  // a formal notice was sent and the buyer has not decided
    bool certified = false;     // a certificate covers the whole of it
    bool dropped = false;       // « sans suite »
};
// `why` tells in French the facts that decide. `modified`: the mark « modifié ».
struct DerivedState {
    ExecutionState state = ExecutionState::planned;
    bool modified = false;
    std::string why;
};
// In this order: dropped; certified; settled (the whole, and every sub-goal, F10); in_penalty; suspended (a stoppage
// stands that day); planned without notification; awarded before the order of start; late (the end has passed, or the
// pace is under progress.late); at_risk (pace under progress.at_risk, or the end within alert.ending_months and the
// progress under alert.ending_progress); else running. Hours pending count for the pace here: what the facilitator has
// not looked at is not the holder's delay.
DerivedState execution_state(const ExecutionFacts& facts, const Reference& reference);

}  // namespace clausier::domain
