// Penalties: a simulation that decides nothing, and the way to the buyer's decision.
#include "clausier/domain/penalty.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;
using P = PenaltyStage;
using tests::codes_of;
using tests::date_of;

namespace {

const Reference& national() {
    static const Reference reference = Reference::national();
    return reference;
}
const core::Date today = date_of("2026-11-21");

PenaltyStep step(PenaltyStage stage, std::string_view on) {
    PenaltyStep out;
    out.stage = stage;
    out.on = date_of(on);
    if (stage == P::reported) out.reason = "aucune heure depuis trois mois";
    if (stage == P::formal_notice) {
        out.answer_by = days_later(out.on, 15);
        out.simulated = core::Euros::whole(6'000);
    }
    return out;
}

PenaltyStep decision(PenaltyDecision decision, std::optional<std::int64_t> euros, std::string reason = "") {
    PenaltyStep out = step(P::decided, "2026-06-01");
    out.decision = decision;
    if (euros) out.amount = core::Euros::whole(*euros);
    out.reason = std::move(reason);
    return out;
}

const std::vector<PenaltyStep> noticed = {step(P::reported, "2026-04-01"), step(P::formal_notice, "2026-05-01")};

}  // namespace

TEST_CASE("the simulation takes the market's own prices, else the reference, and says which") {
    const auto due = core::Hours::whole(1'000);
    const auto done = core::Hours::whole(900);
    const auto usual = simulate_penalty(due, done, 2, {}, national(), today);
    CHECK(usual.result.penalty == core::Euros::whole(100 * 60 + 2 * 75));
    CHECK(usual.per_hour.key == "penalty.per_hour");
    CHECK_FALSE(usual.per_hour.of_market);
    CountingRules rules;
    rules.penalty_per_hour = core::Euros::whole(200);
    const auto own = simulate_penalty(due, done, 0, rules, national(), today);
    CHECK(own.result.penalty == core::Euros::whole(20'000));
    CHECK(own.per_hour.of_market);
    CHECK(simulate_penalty(done, due, 0, rules, national(), today).result.penalty == core::Euros());
}

TEST_CASE("steps come one after the other; a holder may not answer; a decision closes") {
    CHECK(next_stages({}) == std::vector{P::reported});
    CHECK_FALSE(penalty_open({noticed[0]}));
    CHECK(penalty_open(noticed));
    CHECK(next_stages(noticed) == std::vector{P::observations, P::decided});
    auto decided = noticed;
    decided.push_back(decision(PenaltyDecision::applied, 6'000));
    CHECK_FALSE(penalty_open(decided));
    CHECK(next_stages(decided) == std::vector{P::reported});
    CHECK(codes_of(faults(step(P::formal_notice, "2026-05-01"), {}, today)) == "etape");
    CHECK(codes_of(faults(step(P::reported, "2026-05-02"), noticed, today)) == "etape");
}

TEST_CASE("each step has its day, after the one before") {
    CHECK(faults(step(P::reported, "2026-04-01"), {}, today).empty());
    CHECK(codes_of(faults(step(P::reported, "2026-11-22"), {}, today)) == "date_future");
    CHECK(codes_of(faults(step(P::formal_notice, "2026-03-31"), {noticed[0]}, today)) == "date_avant");
    PenaltyStep hurried = step(P::formal_notice, "2026-05-01");
    hurried.answer_by.reset();
    CHECK(codes_of(faults(hurried, {noticed[0]}, today)) == "delai_absent");
    PenaltyStep silent = step(P::reported, "2026-04-01");
    silent.reason.clear();
    CHECK(codes_of(faults(silent, {}, today)) == "champ_absent");
}

TEST_CASE("the buyer applies, reduces or waives, with an amount and a reason") {
    using D = PenaltyDecision;
    CHECK(faults(decision(D::applied, 6'000), noticed, today).empty());
    CHECK(codes_of(faults(decision(D::applied, {}), noticed, today)) == "montant_absent");
    CHECK(faults(decision(D::reduced, 2'000, "bonne foi"), noticed, today).empty());
    CHECK(codes_of(faults(decision(D::reduced, 6'000, "bonne foi"), noticed, today)) == "non_reduite");
    CHECK(codes_of(faults(decision(D::reduced, 2'000), noticed, today)) == "champ_absent");
    CHECK(faults(decision(D::waived, {}, "heures faites depuis"), noticed, today).empty());
    CHECK(codes_of(faults(decision(D::waived, 10, "heures faites"), noticed, today)) == "abandon");
    PenaltyStep undecided = step(P::decided, "2026-06-01");
    CHECK(codes_of(faults(undecided, noticed, today)) == "champ_absent");
    PenaltyStep early = step(P::reported, "2026-04-01");
    early.decision = D::applied;
    CHECK(codes_of(faults(early, {}, today)) == "trop_tot");
}

TEST_CASE("a holder is left the time to answer, unless it has") {
    PenaltyStep quick = decision(PenaltyDecision::applied, 6'000);
    quick.on = date_of("2026-05-16");
    CHECK(codes_of(faults(quick, noticed, today)) == "delai_de_reponse");
    auto answered = noticed;
    answered.push_back(step(P::observations, "2026-05-10"));
    CHECK(faults(quick, answered, today).empty());
    for (const PenaltyStage stage : all_penalty_stages) CHECK(penalty_stage(code(stage)) == stage);
}
