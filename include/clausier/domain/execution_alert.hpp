// Alerts on the execution of a clause, computed from facts at any day.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/commitment_state.hpp"
#include "clausier/domain/counting.hpp"
#include "clausier/domain/exit_follow_up.hpp"
#include "clausier/domain/placement.hpp"
#include "clausier/domain/progress.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::domain {

enum class AlertKind {
    statement_missing,
    proof_missing,
    proof_too_old,
    not_eligible,
    counting_cap,
    same_hours_twice,
    behind_schedule,
    ending_soon,
    invoices_grew,
    plan_missing,
    placement_ending,
    exit_missing,
    evidence_missing,
    scan_to_destroy,
    reference_unchecked
};
inline constexpr std::array all_alert_kinds = {
    AlertKind::statement_missing, AlertKind::proof_missing,    AlertKind::proof_too_old,      AlertKind::not_eligible,
    AlertKind::counting_cap,      AlertKind::same_hours_twice, AlertKind::behind_schedule,    AlertKind::ending_soon,
    AlertKind::invoices_grew,     AlertKind::plan_missing,     AlertKind::placement_ending,   AlertKind::exit_missing,
    AlertKind::evidence_missing,  AlertKind::scan_to_destroy,  AlertKind::reference_unchecked};
// "releve_manquant", "preuve_manquante", "preuve_ancienne", "non_eligible", "plafond_comptage", "heures_en_double",
// "en_retard", "fin_proche", "facture_sans_engagement", "plan_manquant", "fin_de_mise_en_oeuvre", "sortie_manquante",
// "justificatif_manquant", "scan_a_detruire", "reference_non_verifiee".
std::string_view code(AlertKind kind);
// « Relevé manquant »…
std::string_view label(AlertKind kind);
std::optional<AlertKind> alert_kind(std::string_view code);

// What an alert is about, by one kind of row; `month` where it is of one month.
enum class AlertSubject { lot, placement, statement, reference };
struct ExecutionAlert {
    AlertKind kind = AlertKind::statement_missing;
    core::Severity severity = core::Severity::warning;  // error: late already; warning: to do; info: to know
    AlertSubject subject = AlertSubject::lot;
    std::int64_t id = 0;  // of the row
    std::optional<Month> month;
    std::optional<core::Date> due_on;  // the day by which to act, passed or to come
    std::string sentence;              // in French: what, and what to do
};

// What the store knows of one placement. `stated`: the months that have a statement that is sent or further (rejected
// and to correct ones are not). Of a closed lot only exits and scans are still asked for.
struct PlacementAlertFacts {
    Placement placement;
    CountingRules rules;
    std::vector<Month> stated;
    std::vector<Exit> exits;
    std::vector<Month> without_evidence;  // months of statements sent without any evidence
    std::vector<Month> same_hours;        // months where the person has the same hours in another placement of this or
                                          // another lot without globalisation
    std::optional<core::Date> scan_destroy_on;  // the earliest of its scans that still is
    bool closed = false;                        // its lot is settled, certified or dropped
};
// A statement is missing from alert.statement_days after the end of its month on; months before the placement was taken
// over are not asked.
std::vector<ExecutionAlert> placement_alerts(const PlacementAlertFacts& facts, const Reference& reference,
                                             core::Date today);

// What the store knows of one lot.
struct LotAlertFacts {
    Id<Lot> lot{};
    ExecutionFacts execution;
    bool has_plan = false;
    std::optional<core::Date> preparation_from;  // order of preparation, or notification
    // Of a framework agreement: invoiced to date and what it makes due (F4), against what the history says.
    std::optional<Committed> invoiced_due;
    std::optional<Committed> written_due;
};
std::vector<ExecutionAlert> lot_alerts(const LotAlertFacts& facts, const Reference& reference, core::Date today);

// Values that nobody has checked for a year.
std::vector<ExecutionAlert> reference_alerts(const Reference& reference, core::Date today);

// Whether a placement ends soon enough to chain contracts (reference alert.chaining_days): the store then lists the
// nearby lots that still owe hours.
bool to_chain(const Placement& placement, const Reference& reference, core::Date today);

// The most serious first, then by the day to act by (none last), then by subject.
void sort_alerts(std::vector<ExecutionAlert>& alerts);

}  // namespace clausier::domain
