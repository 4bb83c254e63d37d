// Sub-goals (F10): the part of what is due that a public, a modality or a nature of hours must make, each with its own
// progress.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/quantity.hpp"
#include "clausier/domain/commitment.hpp"
#include "clausier/domain/hours_statement.hpp"
#include "clausier/domain/placement.hpp"

namespace clausier::domain {

// What makes an hour count for it: a proved criterion of the person, its contract, the kind of structure that employs
// it, the nature of the line, or the profile at the entry.
enum class SubGoalBasis { criterion, contract, structure, nature, profile };

// A row of data/codes/sub_goals.csv. An hour counts when its basis has one of `values`.
struct SubGoal {
    std::string code;
    std::string label;
    SubGoalBasis basis = SubGoalBasis::criterion;
    std::vector<std::string> values;
    std::string note;
};
const std::vector<SubGoal>& sub_goals();
// nullptr when there is no such code.
const SubGoal* sub_goal(std::string_view code);
// « objectif principal » for whole_goal, else its label, or the code itself when no list knows it.
std::string goal_label(std::string_view goal);

// H_k = a_k·H, to the nearest hundredth.
Committed part_of(Committed whole, core::Rate share);

// Whether an hour of that placement and nature counts for the goal. Judged on what is frozen at the entry: a criterion
// without proof does not count here. A goal for QPV residents (ANRU) takes no other eligible person.
bool counts_for(const SubGoal& goal, const Placement& placement, HourNature nature);
// The codes of the goals that it counts for, in the order of the list, each once.
std::vector<std::string> goals_of(const Placement& placement, HourNature nature);

// Whether something is left open: a sub-goal not reached keeps a commitment from « soldé ».
struct OpenGoal {
    std::string goal;
    Committed left;
};
struct GoalProgress {
    std::string goal;
    Committed due;
    Committed validated;
};
std::vector<OpenGoal> open_goals(const std::vector<GoalProgress>& goals);

}  // namespace clausier::domain
