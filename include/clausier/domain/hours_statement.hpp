// Monthly statements of hours: what is declared for one placement and one month, and the way it goes to be validated.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/month.hpp"
#include "clausier/domain/placement.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::domain {

struct Certificate;

enum class HourNature { worked, training, paid_not_worked };
inline constexpr std::array all_hour_natures = {HourNature::worked, HourNature::training, HourNature::paid_not_worked};
// "travaillees", "formation", "payees".
std::string_view code(HourNature nature);
// « travaillées », « de formation », « payées et non travaillées ».
std::string_view label(HourNature nature);
std::optional<HourNature> hour_nature(std::string_view code);

// Negative in a reverse entry only.
struct StatementLine {
    HourNature nature = HourNature::worked;
    core::Hours hours;
    bool operator==(const StatementLine&) const = default;
};

enum class StatementState { entered, sent, checked, validated, to_correct, rejected };
inline constexpr std::array all_statement_states = {StatementState::entered,    StatementState::sent,
                                                    StatementState::checked,    StatementState::validated,
                                                    StatementState::to_correct, StatementState::rejected};
// "saisi", "transmis", "controle", "valide", "a_corriger", "rejete".
std::string_view code(StatementState state);
// « saisi », « transmis », « contrôlé », « validé », « à corriger », « rejeté ».
std::string_view label(StatementState state);
std::optional<StatementState> statement_state(std::string_view code);

// How totals group states: declared = entered + sent + checked + to_correct + validated (a rejected one counts
// nowhere); pending = sent + checked; validated. A reverse entry (`reverse`) counts nowhere until it is validated, so
// that what is validated never exceeds what is declared.
bool is_declared(StatementState state, bool reverse = false);
bool is_pending(StatementState state, bool reverse = false);

// Of a placement and a month, one statement at most is live: no reverse entry, not rejected, not taken back by a
// validated reverse entry. Actors are codes ("compte/3").
struct HoursStatement {
    Id<HoursStatement> id{};
    Id<Placement> placement{};
    Month month;
    std::vector<StatementLine> lines;  // one a nature at most
    StatementState state = StatementState::entered;
    std::optional<Id<HoursStatement>> reverse_of;  // the validated one of that month that this takes back
    std::string unusual_reason;                    // why it is unusual, when it is
    std::string note;
    bool taken_over = false;  // cumulated hours of an opening import
    std::string declared_by;
    std::optional<core::Date> declared_on;  // the day it was sent
    std::string decided_by;
    std::optional<core::Date> decided_on;
    std::string refusal_reason;
    std::optional<Id<Certificate>> certificate;  // that locks it
    std::int64_t revision = 0;
    [[nodiscard]] core::Hours total() const;
    [[nodiscard]] core::Hours hours(HourNature nature) const;
};

// Who takes a step: the structure or company that declares, or the facilitator.
enum class StatementActor { performer, facilitator };

// The way of a statement, as one table: from, to, who may, whether a reason is needed.
struct StatementPassage {
    StatementState from;
    StatementState to;
    bool performer = false;
    bool facilitator = false;
    bool reason = false;
};
const std::vector<StatementPassage>& statement_passages();
std::vector<StatementState> next_states(StatementState state, StatementActor actor);
// Throws Error(conflict) when there is no such passage or the statement is locked, Error(forbidden) when the actor may
// not take it, Error(invalid), field "motif", when a reason is needed and empty.
void require_passage(const HoursStatement& statement, StatementState to, StatementActor actor, std::string_view reason);
// Whether its lines may still be written: entered or to_correct, and not locked.
bool writable(const HoursStatement& statement);

// What a statement is judged by besides itself. `other_hours`: of the other statements of the same placement and
// month (the reverse ones, negative, and what they take back included); `elsewhere`: of the same person in other
// placements that month; `last_month`: of this placement, absent when there was none.
struct StatementFacts {
    core::Date today{};
    std::optional<core::Date> certified_until;  // the last day covered by a certificate of the lot
    bool taken_back = false;                    // its month had a statement that a reverse entry took back
    core::Hours other_hours;
    core::Hours elsewhere;
    std::optional<core::Hours> last_month;
};
// The impossible, refused: fields "mois" (in the future, outside the placement, covered by a certificate unless it is a
// reverse entry or follows one), "heures" (none, negative, two lines of a nature, more than 24 h × days of the
// placement in the month, or than 24 h × days of the month with the person's other placements). Hours taken over are
// cumulated: only their day, signs and natures are judged.
std::vector<core::Issue> faults(const HoursStatement& statement, const Placement& placement,
                                const StatementFacts& facts);
// The unusual, warned: codes "mois_charge" (reference counting.unusual_month), "semaine_chargee"
// (counting.unusual_week, the mean over the days of the placement in the month), "heures_ailleurs", "hausse"
// (counting.unusual_rise against last month). One without `unusual_reason` also warns "motif_absent".
std::vector<core::Issue> warnings(const HoursStatement& statement, const Placement& placement,
                                  const StatementFacts& facts, const Reference& reference);

// The entry that takes a validated statement back: the same lines, negative, naming it. Throws Error(conflict) when it
// is not validated or is itself a reverse entry, Error(invalid), field "motif", without a reason.
HoursStatement reverse_of(const HoursStatement& statement, std::string_view reason);

}  // namespace clausier::domain
