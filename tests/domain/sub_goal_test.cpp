// Sub-goals: which hours count for them, and what is left open.
#include "clausier/domain/sub_goal.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/code_lists.hpp"
#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;

TEST_CASE("every value of the list of sub-goals is one that a placement can have") {
    for (const SubGoal& goal : sub_goals()) {
        INFO(goal.code);
        REQUIRE_FALSE(goal.values.empty());
        for (const std::string& value : goal.values) {
            const CodeLists& lists = CodeLists::embedded();
            const auto colon = value.find(':');
            switch (goal.basis) {
                case SubGoalBasis::criterion:
                    CHECK((lists.criterion(value) || lists.public_kind(value)));
                    break;
                case SubGoalBasis::contract:
                    CHECK(contract_type(value));
                    break;
                case SubGoalBasis::structure:
                    CHECK(lists.structure_kind(value));
                    break;
                case SubGoalBasis::nature:
                    CHECK(hour_nature(value));
                    break;
                case SubGoalBasis::profile:
                    CHECK(entry_value(value.substr(0, colon), value.substr(colon + 1)));
                    break;
            }
        }
    }
    CHECK(goal_label(whole_goal) == "objectif principal");
    CHECK(goal_label("ancien_code") == "ancien_code");
}

TEST_CASE("a QPV goal takes proved QPV residents and no other eligible person") {
    const SubGoal* qpv = sub_goal("qpv");
    REQUIRE(qpv);
    Placement p = tests::placement();
    CHECK(counts_for(*qpv, p, HourNature::worked));
    p.criteria.front().proof.clear();
    p.criteria.front().proof_on.reset();
    CHECK_FALSE(counts_for(*qpv, p, HourNature::worked));
    p = tests::placement();
    p.criteria.front().criterion = "minimum_income";
    CHECK_FALSE(counts_for(*qpv, p, HourNature::worked));
    CHECK(counts_for(*sub_goal("minimum_income"), p, HourNature::worked));
}

TEST_CASE("one hour may serve several goals, by its person, contract, structure and nature") {
    Placement p = tests::placement();
    p.profile = {"female", "under_26", "", ""};
    p.contract = "apprenticeship";
    p.structure_kind = "EI";
    CHECK(goals_of(p, HourNature::worked) ==
          std::vector<std::string>{"qpv", "apprenticeship", "work_study", "women", "young", "siae"});
    const auto training = goals_of(p, HourNature::training);
    CHECK(std::find(training.begin(), training.end(), "training") != training.end());
    p.profile = {};
    const auto unknown = goals_of(p, HourNature::worked);
    CHECK(std::find(unknown.begin(), unknown.end(), "women") == unknown.end());
}

TEST_CASE("open goals are those not reached, with what is left") {
    const auto open = open_goals(
        {{"qpv", Committed::whole(100), Committed::whole(60)}, {"women", Committed::whole(50), Committed::whole(50)}});
    REQUIRE(open.size() == 1);
    CHECK(open[0].goal == "qpv");
    CHECK(open[0].left == Committed::whole(40));
    CHECK(part_of(Committed::of(3), core::Rate::of(5000)) == Committed::of(2));
}
