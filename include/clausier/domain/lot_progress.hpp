// How far a lot is: what is owed, declared and validated, by commitment and sub-goal, and the state that follows.
#pragma once
#include <vector>

#include "clausier/domain/certificate.hpp"
#include "clausier/domain/commitment_state.hpp"
#include "clausier/domain/execution_list.hpp"
#include "clausier/domain/lot_execution.hpp"
#include "clausier/domain/market_list.hpp"
#include "clausier/domain/penalty.hpp"
#include "clausier/domain/sub_goal.hpp"

namespace clausier::domain {

// Hours of one placement, month and nature on the lot, that count there or count apart.
struct DoneLine {
    Id<Placement> placement{};
    Month month;
    HourNature nature = HourNature::worked;
    ExecutionStage stage = ExecutionStage::open;
    core::Hours hours;
};

// What is known of a lot, from which everything else is derived. `placements`: those of its hours, whole.
struct LotFacts {
    Lot lot;
    LotExecution execution;
    std::vector<ServiceOrder> orders;
    std::vector<Stoppage> stoppages;
    std::vector<HolderPlan> plans;
    std::vector<Certificate> certificates;
    std::vector<PenaltyStep> penalties;
    std::vector<Commitment> commitments;
    std::vector<Placement> placements;
    std::vector<DoneLine> done;
};

// `due`, `progress`: on the day asked for. `done`: the months that the progress is made of.
struct CommitmentStanding {
    Commitment commitment;
    Due due;
    Progress progress;
    std::vector<DoneMonth> done;
};
struct LotProgress {
    std::vector<CommitmentStanding> standings;  // in the order of the facts
    WorksTime time;
    Progress whole;  // of all commitments of hours that are no sub-goal; of another unit where none is of hours
    std::vector<CurvePoint> curve;
    ExecutionFacts facts;
    DerivedState state;
};
// A sub-goal counts what counts_for() lets through, a commitment of one holder the hours of its placements. Persons are
// counted at their entry, once each, and as validated once they are eligible; euros and actions are not done by hours.
LotProgress lot_progress(const LotFacts& facts, const Reference& reference, core::Date on);

// A lot as its page and its commands show it: what is written of it, and what follows.
struct LotExecutionSheet {
    LotSheet sheet;
    LotExecution execution;
    std::vector<ServiceOrder> orders;
    std::vector<Stoppage> stoppages;
    std::vector<HolderPlan> plans;
    std::vector<Certificate> certificates;
    std::vector<PenaltyStep> penalties;
    CountingRules rules;
    LotProgress progress;
};

}  // namespace clausier::domain
