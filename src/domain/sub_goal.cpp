// Reading the list of sub-goals, and telling which hours count for them.
#include "clausier/domain/sub_goal.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/asset.hpp"
#include "coded_words.hpp"
#include "data_file.hpp"

namespace clausier::domain {
namespace {

using BasisWord = CodedWord<SubGoalBasis>;
constexpr std::array bases = {
    BasisWord{SubGoalBasis::criterion, "criterion", ""}, BasisWord{SubGoalBasis::contract, "contract", ""},
    BasisWord{SubGoalBasis::structure, "structure", ""}, BasisWord{SubGoalBasis::nature, "nature", ""},
    BasisWord{SubGoalBasis::profile, "profile", ""}};
constexpr std::string_view file = "data/codes/sub_goals.csv";

std::vector<SubGoal> read_goals() {
    DataFile data(core::asset(file), file, {"code", "label", "basis", "values", "note"});
    std::vector<SubGoal> out;
    for (std::size_t row = 0; row < data.size(); ++row) {
        const auto& basis = data.one_of(row, "basis", {"criterion", "contract", "structure", "nature", "profile"});
        out.push_back({data.unique(row, "code"), data.required(row, "label"),
                       value_of_code(bases, basis).value_or(SubGoalBasis::criterion), data.list(row, "values"),
                       data.text(row, "note")});
    }
    data.finish();
    return out;
}

bool has(const std::vector<std::string>& values, std::string_view value) {
    return !value.empty() && std::find(values.begin(), values.end(), value) != values.end();
}

bool has_profile(const std::vector<std::string>& values, const EntryProfile& p) {
    return (!p.sex.empty() && has(values, "sex:" + p.sex)) || (!p.age.empty() && has(values, "age:" + p.age)) ||
           (!p.diploma.empty() && has(values, "diploma:" + p.diploma)) ||
           (!p.situation.empty() && has(values, "situation:" + p.situation));
}

bool proved(const CriterionProof& proof) { return !proof.proof.empty() || proof.proof_on; }

}  // namespace

const std::vector<SubGoal>& sub_goals() {
    static const std::vector<SubGoal> goals = read_goals();
    return goals;
}

const SubGoal* sub_goal(std::string_view code) {
    const auto& all = sub_goals();
    const auto found = std::find_if(all.begin(), all.end(), [&](const SubGoal& one) { return one.code == code; });
    return found == all.end() ? nullptr : &*found;
}

std::string goal_label(std::string_view goal) {
    if (goal == whole_goal) return "objectif principal";
    const SubGoal* found = sub_goal(goal);
    return found ? found->label : std::string(goal);
}

Committed part_of(Committed whole, core::Rate share) {
    return Committed::of(core::mul_div(whole.parts(), share.parts(), core::Rate::scale, core::Rounding::nearest));
}

bool counts_for(const SubGoal& goal, const Placement& placement, HourNature nature) {
    switch (goal.basis) {
        case SubGoalBasis::criterion:
            return std::any_of(placement.criteria.begin(), placement.criteria.end(), [&](const CriterionProof& one) {
                return proved(one) && has(goal.values, one.criterion);
            });
        case SubGoalBasis::contract:
            return has(goal.values, placement.contract);
        case SubGoalBasis::structure:
            return has(goal.values, placement.structure_kind);
        case SubGoalBasis::nature:
            return has(goal.values, code(nature));
        case SubGoalBasis::profile:
            return has_profile(goal.values, placement.profile);
    }
    return false;
}

std::vector<std::string> goals_of(const Placement& placement, HourNature nature) {
    std::vector<std::string> out;
    for (const SubGoal& goal : sub_goals())
        if (counts_for(goal, placement, nature)) out.push_back(goal.code);
    return out;
}

std::vector<OpenGoal> open_goals(const std::vector<GoalProgress>& goals) {
    std::vector<OpenGoal> out;
    for (const GoalProgress& goal : goals)
        if (goal.validated < goal.due) out.push_back({goal.goal, goal.due - goal.validated});
    return out;
}

}  // namespace clausier::domain
