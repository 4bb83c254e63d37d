// The simulation of a penalty, and the order of the steps to its decision.
#include "clausier/domain/penalty.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "coded_words.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;
using P = PenaltyStage;
using StageWord = CodedWord<PenaltyStage>;
constexpr std::array stages = {StageWord{P::reported, "difficulte", "difficulté signalée"},
                               StageWord{P::formal_notice, "mise_en_demeure", "mise en demeure"},
                               StageWord{P::observations, "observations", "observations du titulaire"},
                               StageWord{P::decided, "decision", "décision de l’acheteur"}};
using DecisionWord = CodedWord<PenaltyDecision>;
constexpr std::array decisions = {DecisionWord{PenaltyDecision::applied, "appliquee", "appliquée"},
                                  DecisionWord{PenaltyDecision::reduced, "reduite", "réduite"},
                                  DecisionWord{PenaltyDecision::waived, "abandonnee", "abandonnée"}};

PenaltyPrice price(const std::optional<core::Euros>& own, std::string_view key, const Reference& reference,
                   core::Date on) {
    if (own) return {*own, true, "", {}};
    const auto cited = reference.euros(key, on);
    return {cited.value, false, cited.key, cited.citation};
}

// What the last simulation of the procedure in progress said, this step's own first.
std::optional<core::Euros> simulated(const PenaltyStep& step, const std::vector<PenaltyStep>& before) {
    if (step.simulated) return step.simulated;
    for (auto one = before.rbegin(); one != before.rend() && one->stage != P::decided; ++one)
        if (one->simulated) return one->simulated;
    return std::nullopt;
}

const PenaltyStep* notice(const std::vector<PenaltyStep>& before) {
    for (auto one = before.rbegin(); one != before.rend() && one->stage != P::decided; ++one)
        if (one->stage == P::formal_notice) return &*one;
    return nullptr;
}

void check_amount(Issues& issues, const PenaltyStep& step, const std::optional<core::Euros>& asked) {
    const core::Euros amount = step.amount.value_or(core::Euros());
    if (amount < core::Euros()) return refuse(issues, "montant", "negatif", "le montant ne peut pas être négatif");
    if (*step.decision == PenaltyDecision::waived) {
        if (amount != core::Euros())
            refuse(issues, "montant", "abandon",
                   "une pénalité abandonnée ne coûte rien ; mettez 0 ou choisissez réduite");
        return;
    }
    if (!step.amount) return refuse(issues, "montant", "montant_absent", "donnez le montant que l’acheteur a décidé");
    if (*step.decision == PenaltyDecision::reduced && asked && amount >= *asked)
        refuse(issues, "montant", "non_reduite",
               fmt::format("une pénalité réduite est inférieure aux {} simulés ; corrigez-la ou choisissez appliquée",
                           french::euros(*asked)));
}

void check_decision(Issues& issues, const PenaltyStep& step, const std::vector<PenaltyStep>& before) {
    if (step.stage != P::decided) {
        if (step.decision) refuse(issues, "decision", "trop_tot", "la décision ne vient qu’à la dernière étape");
        return;
    }
    if (!step.decision) return refuse(issues, "decision", "champ_absent", "dites ce que l’acheteur a décidé");
    check_amount(issues, step, simulated(step, before));
    if (*step.decision != PenaltyDecision::applied)
        require_line(issues, "motif", step.reason, "dites pourquoi l’acheteur réduit la pénalité ou y renonce");
    const PenaltyStep* asked = notice(before);
    const bool answered = !before.empty() && before.back().stage == P::observations;
    if (asked && asked->answer_by && step.on <= *asked->answer_by && !answered)
        refuse(issues, "date", "delai_de_reponse",
               fmt::format("le titulaire peut répondre jusqu’au {} ; attendez ce jour ou notez ses observations",
                           french::date(*asked->answer_by)));
}

}  // namespace

std::string_view code(PenaltyStage stage) { return word_of(stages, stage).code; }
std::string_view label(PenaltyStage stage) { return word_of(stages, stage).label; }
std::optional<PenaltyStage> penalty_stage(std::string_view code) { return value_of_code(stages, code); }
std::string_view code(PenaltyDecision decision) { return word_of(decisions, decision).code; }
std::string_view label(PenaltyDecision decision) { return word_of(decisions, decision).label; }
std::optional<PenaltyDecision> penalty_decision(std::string_view code) { return value_of_code(decisions, code); }

PenaltySimulation simulate_penalty(core::Hours due, core::Hours validated, std::int64_t days_late,
                                   const CountingRules& rules, const Reference& reference, core::Date on) {
    PenaltySimulation out;
    out.per_hour = price(rules.penalty_per_hour, "penalty.per_hour", reference, on);
    out.per_day = price(rules.penalty_per_day, "penalty.evidence_per_day", reference, on);
    PenaltyInput input;
    input.due = due;
    input.validated = validated;
    input.per_hour = out.per_hour.amount;
    input.days_late = days_late;
    input.per_day = out.per_day.amount;
    out.result = calculate_penalty(input);
    return out;
}

std::vector<PenaltyStage> next_stages(const std::vector<PenaltyStep>& steps) {
    if (steps.empty()) return {P::reported};
    switch (steps.back().stage) {
        case P::reported:
            return {P::formal_notice};
        case P::formal_notice:
            return {P::observations, P::decided};
        case P::observations:
            return {P::decided};
        case P::decided:
            return {P::reported};
    }
    return {};
}

bool penalty_open(const std::vector<PenaltyStep>& steps) {
    return !steps.empty() && (steps.back().stage == P::formal_notice || steps.back().stage == P::observations);
}

std::vector<core::Issue> faults(const PenaltyStep& step, const std::vector<PenaltyStep>& before, core::Date today) {
    Issues issues;
    const auto next = next_stages(before);
    if (std::find(next.begin(), next.end(), step.stage) == next.end()) {
        refuse(issues, "etape", "etape",
               fmt::format("« {} » ne vient pas maintenant ; l’étape suivante est « {} »", label(step.stage),
                           label(next.front())));
        return issues;
    }
    if (!step.on.ok()) {
        refuse(issues, "date", "date_absente", "donnez le jour de cette étape");
        return issues;
    }
    if (step.on > today) refuse(issues, "date", "date_future", "cette date est dans l’avenir ; corrigez-la");
    if (!before.empty() && step.on < before.back().on)
        refuse(
            issues, "date", "date_avant",
            fmt::format("l’étape précédente est du {} ; donnez une date qui la suit", french::date(before.back().on)));
    if (step.stage == P::formal_notice && (!step.answer_by || *step.answer_by <= step.on))
        refuse(issues, "repondre_avant", "delai_absent",
               "donnez un jour, après cette date, pour que le titulaire réponde");
    if (step.stage == P::reported) require_line(issues, "motif", step.reason, "dites quelle est la difficulté");
    within(issues, "motif", step.reason, longest_line);
    within(issues, "reference", step.reference, longest_line);
    check_decision(issues, step, before);
    return issues;
}

}  // namespace clausier::domain
