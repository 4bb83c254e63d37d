// The state of a lot's commitments, from the facts of a day.
#include "clausier/domain/commitment_state.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/retention.hpp"
#include "coded_words.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;
using core::Fraction;
using S = ExecutionState;
using Word = CodedWord<ExecutionState>;
constexpr std::array words = {Word{S::planned, "prevu", "prévu"},         Word{S::awarded, "attribue", "attribué"},
                              Word{S::running, "en_cours", "en cours"},   Word{S::at_risk, "a_risque", "à risque"},
                              Word{S::late, "en_retard", "en retard"},    Word{S::in_penalty, "penalite", "pénalité"},
                              Word{S::suspended, "suspendu", "suspendu"}, Word{S::settled, "solde", "soldé"},
                              Word{S::certified, "atteste", "attesté"},   Word{S::dropped, "sans_suite", "sans suite"}};

struct Found {
    ExecutionState state;
    std::string why;
};

bool settled(const ExecutionFacts& f) {
    return f.whole.due > Committed() && f.whole.settled() &&
           std::all_of(f.sub_goals.begin(), f.sub_goals.end(), [](const Progress& one) { return one.settled(); });
}

// A commitment whose hours, pending ones included, are under a part of what is expected.
const Progress* behind(const ExecutionFacts& f, core::Rate part) {
    const auto slow = [&](const Progress& one) {
        return one.expected && one.left > Committed() &&
               Fraction(one.validated + one.pending) < Fraction(*one.expected) * Fraction(part);
    };
    if (slow(f.whole)) return &f.whole;
    const auto found = std::find_if(f.sub_goals.begin(), f.sub_goals.end(), slow);
    return found == f.sub_goals.end() ? nullptr : &*found;
}

std::string slow_words(const ExecutionFacts& f, const Progress& slow, core::Rate part) {
    return fmt::format("{} : moins de {} de ce qui était attendu le {}",
                       &slow == &f.whole ? "l’avancement" : "un sous-objectif", french::percent(part),
                       french::date(f.on));
}

// Once the works have begun and do not stand still.
Found during_works(const ExecutionFacts& f, const Reference& reference) {
    if (f.time.ends_on && f.on > *f.time.ends_on)
        return {S::late, fmt::format("la fin du {} est passée et tout n’est pas fait", french::date(*f.time.ends_on))};
    const core::Rate late = reference.rate("progress.late", f.on).value;
    if (const Progress* slow = behind(f, late)) return {S::late, slow_words(f, *slow, late)};
    const core::Rate at_risk = reference.rate("progress.at_risk", f.on).value;
    if (const Progress* slow = behind(f, at_risk)) return {S::at_risk, slow_words(f, *slow, at_risk)};
    const auto months = reference.count("alert.ending_months", f.on).value;
    const core::Rate wanted = reference.rate("alert.ending_progress", f.on).value;
    const bool near_end = f.time.ends_on && months_later(f.on, months) > *f.time.ends_on;
    if (near_end && Fraction(f.whole.validated) < Fraction(f.whole.due) * Fraction(wanted))
        return {S::at_risk, fmt::format("la fin du {} approche et moins de {} est validé",
                                        french::date(*f.time.ends_on), french::percent(wanted))};
    return {S::running, "les travaux ont commencé"};
}

Found found(const ExecutionFacts& f, const Reference& reference) {
    if (f.dropped) return {S::dropped, "le marché est déclaré sans suite"};
    if (f.certified) return {S::certified, "une attestation couvre la totalité"};
    if (settled(f)) return {S::settled, "tout ce qui est dû est validé, sous-objectifs compris"};
    if (f.penalty_open) return {S::in_penalty, "une mise en demeure attend la décision de l’acheteur"};
    if (stands_still(f.time.stoppages, f.on)) return {S::suspended, "les travaux sont arrêtés"};
    if (!f.notified_on || f.on < *f.notified_on) return {S::planned, "le marché n’est pas notifié"};
    if (!f.time.started_on || f.on < *f.time.started_on)
        return {S::awarded, "notifié ; l’ordre de service de démarrage n’est pas passé"};
    return during_works(f, reference);
}

}  // namespace

std::string_view code(ExecutionState state) { return word_of(words, state).code; }
std::string_view label(ExecutionState state) { return word_of(words, state).label; }
std::optional<ExecutionState> execution_state(std::string_view code) { return value_of_code(words, code); }

DerivedState execution_state(const ExecutionFacts& facts, const Reference& reference) {
    Found one = found(facts, reference);
    return {one.state, facts.amended, std::move(one.why)};
}

}  // namespace clausier::domain
