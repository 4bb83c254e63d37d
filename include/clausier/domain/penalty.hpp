// Penalties (F8): the simulation, and the way from a difficulty to the buyer's decision, which is the buyer's alone.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/calculation_fte.hpp"
#include "clausier/domain/counting.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::domain {

// An amount, and where it was read: the market's own or a reference value.
struct PenaltyPrice {
    core::Euros amount;
    bool of_market = false;
    std::string key;  // of the reference, "" for the market's own
    Citation citation;
};
// max(0, due − validated) × per hour + days late × per day. It decides nothing.
struct PenaltySimulation {
    PenaltyResult result;
    PenaltyPrice per_hour;
    PenaltyPrice per_day;
};
PenaltySimulation simulate_penalty(core::Hours due, core::Hours validated, std::int64_t days_late,
                                   const CountingRules& rules, const Reference& reference, core::Date on);

enum class PenaltyStage { reported, formal_notice, observations, decided };
inline constexpr std::array all_penalty_stages = {PenaltyStage::reported, PenaltyStage::formal_notice,
                                                  PenaltyStage::observations, PenaltyStage::decided};
// "difficulte", "mise_en_demeure", "observations", "decision".
std::string_view code(PenaltyStage stage);
// « difficulté signalée », « mise en demeure », « observations du titulaire », « décision de l’acheteur ».
std::string_view label(PenaltyStage stage);
std::optional<PenaltyStage> penalty_stage(std::string_view code);

enum class PenaltyDecision { applied, reduced, waived };
// "appliquee", "reduite", "abandonnee".
std::string_view code(PenaltyDecision decision);
// « appliquée », « réduite », « abandonnée ».
std::string_view label(PenaltyDecision decision);
std::optional<PenaltyDecision> penalty_decision(std::string_view code);

// One step of a procedure against one holder of a lot. Texts without a name of a person.
struct PenaltyStep {
    Id<PenaltyStep> id{};
    Id<Lot> lot{};
    Id<Organisation> holder{};
    PenaltyStage stage = PenaltyStage::reported;
    core::Date on{};
    std::optional<core::Date> answer_by;      // of a formal notice
    std::optional<core::Euros> simulated;     // what the simulation said that day
    std::optional<PenaltyDecision> decision;  // of the last stage
    std::optional<core::Euros> amount;        // decided: 0 when waived
    std::string reason;
    std::string reference;  // of the letter or the decision
    core::Instant at{};
    std::string actor;
};
// Where a procedure stands: its steps in the order of writing. After a decision a new difficulty opens another one.
// The stages that may come next. Observations may be skipped: a holder may not answer.
std::vector<PenaltyStage> next_stages(const std::vector<PenaltyStep>& steps);
// A formal notice was sent and nothing is decided.
bool penalty_open(const std::vector<PenaltyStep>& steps);
// Faults in "etape" (not one that comes next), "date" (before the step before, in the future), "repondre_avant",
// "decision", "montant" (applied: as simulated, or the amount is needed; reduced: under what was simulated; waived: 0),
// "motif" (a reduction and a waiver need one, a difficulty too), "reference". A decision before the day to answer by,
// without observations, is refused.
std::vector<core::Issue> faults(const PenaltyStep& step, const std::vector<PenaltyStep>& before, core::Date today);

}  // namespace clausier::domain
