// The progress of a lot, put together from what is known of it.
#include "clausier/domain/lot_progress.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace clausier::domain {
namespace {

// Declared and validated, by month, in the order of months.
class Months {
public:
    void add(Month month, Committed quantity, bool validated) {
        DoneMonth& one = months_.try_emplace(month, DoneMonth{month, {}, {}}).first->second;
        one.declared += quantity;
        if (validated) one.validated += quantity;
    }
    [[nodiscard]] std::vector<DoneMonth> list() const {
        std::vector<DoneMonth> out;
        for (const auto& [month, one] : months_) out.push_back(one);
        return out;
    }

private:
    std::map<Month, DoneMonth> months_;
};

bool of_holder(const Commitment& commitment, const Placement& placement) {
    return !commitment.holder || *commitment.holder == placement.holder;
}

// Each person once, at the first entry: by its number, or as many as a placement says.
std::vector<DoneMonth> people_done(const Commitment& commitment, const LotFacts& facts) {
    const SubGoal* goal = commitment.whole() ? nullptr : sub_goal(commitment.goal);
    std::vector<const Placement*> entries;
    for (const Placement& one : facts.placements)
        if (of_holder(commitment, one) && !one.permanent_staff && (!goal || counts_for(*goal, one, HourNature::worked)))
            entries.push_back(&one);
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Placement* a, const Placement* b) { return a->started_on < b->started_on; });
    std::set<Id<Participant>> known;
    Months out;
    for (const Placement* one : entries)
        if (!one->participant || known.insert(*one->participant).second)
            out.add(Month(one->started_on), Committed::whole(one->people),
                    one->eligibility && one->eligibility->eligible);
    return out.list();
}

std::vector<DoneMonth> hours_done(const Commitment& commitment, const LotFacts& facts) {
    const SubGoal* goal = commitment.whole() ? nullptr : sub_goal(commitment.goal);
    std::map<Id<Placement>, const Placement*> placements;
    for (const Placement& one : facts.placements) placements[one.id] = &one;
    Months out;
    for (const DoneLine& line : facts.done) {
        const auto found = placements.find(line.placement);
        if (found == placements.end() || !of_holder(commitment, *found->second)) continue;
        if (!commitment.whole() && (!goal || !counts_for(*goal, *found->second, line.nature))) continue;
        out.add(line.month, committed(line.hours), line.stage == ExecutionStage::validated);
    }
    return out.list();
}

std::vector<DoneMonth> done(const Commitment& commitment, const LotFacts& facts) {
    if (commitment.unit == CommitmentUnit::hours) return hours_done(commitment, facts);
    if (commitment.unit == CommitmentUnit::people) return people_done(commitment, facts);
    return {};
}

std::vector<PlannedMonth> planned(const LotFacts& facts, const std::optional<Id<Organisation>>& holder) {
    std::vector<PlannedMonth> out;
    for (const HolderPlan& plan : facts.plans)
        if (!holder || *holder == plan.holder) out.insert(out.end(), plan.months.begin(), plan.months.end());
    return out;
}

// What the parent of a sub-goal owes that day.
std::optional<Committed> parent_due(const Commitment& commitment, const LotFacts& facts, core::Date on) {
    if (!commitment.parent) return std::nullopt;
    for (const Commitment& one : facts.commitments)
        if (one.id == *commitment.parent) return due(one, on).amount;
    return std::nullopt;
}

// The commitments that are summed up: of hours, or of the first other unit where none is.
CommitmentUnit unit_of(const LotFacts& facts) {
    std::optional<CommitmentUnit> first;
    for (const Commitment& one : facts.commitments) {
        if (!one.whole()) continue;
        if (one.unit == CommitmentUnit::hours) return one.unit;
        if (!first) first = one.unit;
    }
    return first.value_or(CommitmentUnit::hours);
}

ProgressInput summed(const LotProgress& progress, const LotFacts& facts, core::Date on) {
    ProgressInput out;
    out.unit = unit_of(facts);
    out.time = progress.time;
    out.on = on;
    Months months;
    bool any = false;
    for (const CommitmentStanding& one : progress.standings) {
        if (!one.commitment.whole() || one.commitment.unit != out.unit) continue;
        any = true;
        out.due += one.due.amount;
        for (const DoneMonth& month : one.done) {
            months.add(month.month, month.declared - month.validated, false);
            months.add(month.month, month.validated, true);
        }
    }
    out.done = any ? months.list() : hours_done(Commitment{}, facts);
    if (out.unit == CommitmentUnit::hours) out.plan = planned(facts, std::nullopt);
    return out;
}

// Where each holder's procedure stands is asked of its own steps.
bool any_penalty_open(const std::vector<PenaltyStep>& steps) {
    std::map<Id<Organisation>, std::vector<PenaltyStep>> by_holder;
    for (const PenaltyStep& step : steps) by_holder[step.holder].push_back(step);
    return std::any_of(by_holder.begin(), by_holder.end(), [](const auto& one) { return penalty_open(one.second); });
}

}  // namespace

LotProgress lot_progress(const LotFacts& facts, const Reference& reference, core::Date on) {
    LotProgress out;
    out.time = works_time(facts.orders, facts.stoppages, facts.lot.duration_months, facts.execution.ends_on);
    for (const Commitment& commitment : facts.commitments) {
        CommitmentStanding one{
            commitment, due(commitment, on, parent_due(commitment, facts, on)), {}, done(commitment, facts)};
        ProgressInput input{one.due.amount, one.done, out.time, {}, commitment.unit, on};
        if (commitment.whole() && commitment.unit == CommitmentUnit::hours)
            input.plan = planned(facts, commitment.holder);
        one.progress = progress(input);
        out.standings.push_back(std::move(one));
    }
    const ProgressInput whole = summed(out, facts, on);
    out.whole = progress(whole);
    out.curve = curve(whole);
    out.facts.on = on;
    out.facts.notified_on = facts.lot.notified_on;
    out.facts.time = out.time;
    out.facts.whole = out.whole;
    for (const CommitmentStanding& one : out.standings) {
        if (!one.commitment.whole()) out.facts.sub_goals.push_back(one.progress);
        out.facts.amended =
            out.facts.amended || std::any_of(one.commitment.versions.begin(), one.commitment.versions.end(),
                                             [on](const CommitmentVersion& version) {
                                                 return version.kind == VersionKind::amended && version.since <= on;
                                             });
    }
    out.facts.penalty_open = any_penalty_open(facts.penalties);
    out.facts.certified = std::any_of(facts.certificates.begin(), facts.certificates.end(),
                                      [](const Certificate& one) { return one.final; });
    out.facts.dropped = facts.execution.dropped_on && *facts.execution.dropped_on <= on;
    out.state = execution_state(out.facts, reference);
    return out;
}

}  // namespace clausier::domain
