// Which alerts the facts of a day give.
#include "clausier/domain/execution_alert.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "clausier/core/french.hpp"
#include "clausier/domain/retention.hpp"
#include "coded_words.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;
using core::Severity;
using K = AlertKind;
using Word = CodedWord<AlertKind>;
constexpr std::array words = {Word{K::statement_missing, "releve_manquant", "Relevé manquant"},
                              Word{K::proof_missing, "preuve_manquante", "Preuve manquante"},
                              Word{K::proof_too_old, "preuve_ancienne", "Preuve trop ancienne"},
                              Word{K::not_eligible, "non_eligible", "Personne non éligible"},
                              Word{K::counting_cap, "plafond_comptage", "Plafond de comptage atteint"},
                              Word{K::same_hours_twice, "heures_en_double", "Mêmes heures deux fois"},
                              Word{K::behind_schedule, "en_retard", "En retard"},
                              Word{K::ending_soon, "fin_proche", "Fin proche"},
                              Word{K::invoices_grew, "facture_sans_engagement", "Facturé sans engagement"},
                              Word{K::plan_missing, "plan_manquant", "Plan du titulaire manquant"},
                              Word{K::placement_ending, "fin_de_mise_en_oeuvre", "Fin de mise en œuvre"},
                              Word{K::exit_missing, "sortie_manquante", "Suivi de sortie manquant"},
                              Word{K::evidence_missing, "justificatif_manquant", "Justificatif manquant"},
                              Word{K::scan_to_destroy, "scan_a_detruire", "Scan à détruire"},
                              Word{K::reference_unchecked, "reference_non_verifiee", "Valeur de référence à relire"}};

class Alerts {
public:
    Alerts(AlertSubject subject, std::int64_t id) : subject_(subject), id_(id) {}
    void add(AlertKind kind, Severity severity, std::optional<core::Date> due_on, std::string sentence,
             std::optional<Month> month = std::nullopt) {
        out_.push_back({kind, severity, subject_, id_, month, due_on, std::move(sentence)});
    }
    std::vector<ExecutionAlert> sorted() && {
        sort_alerts(out_);
        return std::move(out_);
    }

private:
    AlertSubject subject_;
    std::int64_t id_;
    std::vector<ExecutionAlert> out_;
};

// Months of the placement whose statement should have come, and did not.
void missing_statements(Alerts& alerts, const PlacementAlertFacts& f, const Reference& reference, core::Date today) {
    const Placement& p = f.placement;
    if (!p.participant) return;
    const int days = static_cast<int>(reference.count("alert.statement_days", today).value);
    Month month(p.started_on);
    if (p.taken_over_on) month = std::max(month, Month(*p.taken_over_on).next());
    for (; runs_in(p, month); month = month.next()) {
        const core::Date due_on = days_later(month.last(), days);
        if (due_on >= today) break;
        if (std::find(f.stated.begin(), f.stated.end(), month) == f.stated.end())
            alerts.add(K::statement_missing, Severity::error, due_on,
                       fmt::format("le relevé de {} n’est pas transmis ; demandez-le à l’employeur", month.label()),
                       month);
    }
}

void about_eligibility(Alerts& alerts, const PlacementAlertFacts& f, const Reference& reference) {
    const Placement& p = f.placement;
    if (!p.participant || p.permanent_staff) return;
    if (p.eligibility && !p.eligibility->eligible)
        alerts.add(K::not_eligible, Severity::warning, p.started_on,
                   fmt::format("la personne n’était pas éligible à son entrée ({}) : ses heures ne comptent pas ; "
                               "vérifiez ses critères",
                               p.eligibility->because));
    const EligibilityAnswer answer = judge({p.started_on, p.structure_kind, p.criteria, f.rules.publics}, reference);
    for (const core::Issue& one : answer.remarks) {
        if (one.code == "preuve_absente" || one.code == "preuve_non_vue")
            alerts.add(K::proof_missing, Severity::warning, p.started_on, one.text);
        else
            alerts.add(K::proof_too_old, Severity::warning, p.started_on, one.text);
    }
    if (p.criteria.empty())
        alerts.add(K::proof_missing, Severity::warning, p.started_on,
                   "aucun critère d’éligibilité n’est donné ; demandez-le, avec sa preuve, à l’employeur");
}

void about_hours(Alerts& alerts, const PlacementAlertFacts& f, const Reference& reference, core::Date today) {
    const auto ends = counting_ends_on(f.placement, f.rules, reference);
    if (ends && *ends <= today && runs_on(f.placement, today))
        alerts.add(K::counting_cap, Severity::info, ends,
                   fmt::format("depuis le {}, les heures ne comptent plus : le plafond après embauche est atteint",
                               french::date(*ends)));
    for (const Month month : f.same_hours)
        alerts.add(K::same_hours_twice, Severity::error, month.last(),
                   fmt::format("en {}, la personne a les mêmes heures dans une autre mise en œuvre ; reprenez l’un des "
                               "deux relevés, ou notez une globalisation",
                               month.label()),
                   month);
    for (const Month month : f.without_evidence)
        alerts.add(K::evidence_missing, Severity::warning, month.last(),
                   fmt::format("le relevé de {} n’a pas de justificatif ; demandez le relevé signé", month.label()),
                   month);
    if (f.scan_destroy_on && *f.scan_destroy_on <= today)
        alerts.add(K::scan_to_destroy, Severity::error, f.scan_destroy_on,
                   fmt::format("un scan devait être détruit le {} ; détruisez-le", french::date(*f.scan_destroy_on)));
}

void about_exits(Alerts& alerts, const PlacementAlertFacts& f, const Reference& reference, core::Date today) {
    for (const ExitPoint& point : exit_follow_up(f.placement, f.exits, reference, today))
        if (point.missing())
            alerts.add(K::exit_missing, Severity::info, point.due_on,
                       point.months == 0 ? std::string("la situation à la sortie n’est pas connue ; demandez-la")
                                         : fmt::format("la situation {} mois après la sortie n’est pas connue ; "
                                                       "demandez-la",
                                                       point.months));
}

void about_progress(Alerts& alerts, const ExecutionFacts& e, const Reference& reference) {
    const DerivedState state = execution_state(e, reference);
    if (state.state == ExecutionState::late)
        alerts.add(K::behind_schedule, Severity::error, e.time.ends_on, state.why + " ; appelez le titulaire");
    if (state.state != ExecutionState::at_risk && state.state != ExecutionState::running &&
        state.state != ExecutionState::late)
        return;
    const auto months = reference.count("alert.ending_months", e.on).value;
    const core::Rate wanted = reference.rate("alert.ending_progress", e.on).value;
    const bool near_end = e.time.ends_on && e.on <= *e.time.ends_on && months_later(e.on, months) > *e.time.ends_on;
    if (near_end && e.whole.rate && *e.whole.rate < wanted)
        alerts.add(
            K::ending_soon, Severity::warning, e.time.ends_on,
            fmt::format("la fin est le {} et {} seulement est validé ; convenez de ce qui reste avec le titulaire",
                        french::date(*e.time.ends_on), french::percent(*e.whole.rate)));
    else if (state.state == ExecutionState::at_risk)
        alerts.add(K::behind_schedule, Severity::warning, e.time.ends_on, state.why + " ; appelez le titulaire");
}

}  // namespace

std::string_view code(AlertKind kind) { return word_of(words, kind).code; }
std::string_view label(AlertKind kind) { return word_of(words, kind).label; }
std::optional<AlertKind> alert_kind(std::string_view code) { return value_of_code(words, code); }

bool to_chain(const Placement& p, const Reference& reference, core::Date today) {
    if (!p.participant || !p.ended_on || p.permanent_staff || *p.ended_on < today) return false;
    return days_between(today, *p.ended_on) < reference.count("alert.chaining_days", today).value;
}

std::vector<ExecutionAlert> placement_alerts(const PlacementAlertFacts& f, const Reference& reference,
                                             core::Date today) {
    Alerts alerts(AlertSubject::placement, f.placement.id.value);
    if (!f.closed) {
        missing_statements(alerts, f, reference, today);
        about_eligibility(alerts, f, reference);
        about_hours(alerts, f, reference, today);
        if (to_chain(f.placement, reference, today))
            alerts.add(
                K::placement_ending, Severity::info, f.placement.ended_on,
                fmt::format("la mise en œuvre se termine le {} ; cherchez un lot voisin qui doit encore des heures",
                            french::date(*f.placement.ended_on)));
    } else if (f.scan_destroy_on && *f.scan_destroy_on <= today) {
        alerts.add(K::scan_to_destroy, Severity::error, f.scan_destroy_on,
                   fmt::format("un scan devait être détruit le {} ; détruisez-le", french::date(*f.scan_destroy_on)));
    }
    about_exits(alerts, f, reference, today);
    return std::move(alerts).sorted();
}

std::vector<ExecutionAlert> lot_alerts(const LotAlertFacts& f, const Reference& reference, core::Date today) {
    Alerts alerts(AlertSubject::lot, f.lot.value);
    const ExecutionFacts& e = f.execution;
    const ExecutionState state = execution_state(e, reference).state;
    if (state == ExecutionState::dropped || state == ExecutionState::certified) return {};
    about_progress(alerts, e, reference);
    if (f.invoiced_due && f.written_due && *f.invoiced_due > *f.written_due)
        alerts.add(K::invoices_grew, Severity::warning, today,
                   fmt::format("ce qui est facturé rend dues {} et l’engagement n’en dit que {} ; mettez-le à jour",
                               french::hours(hours_of(*f.invoiced_due)), french::hours(hours_of(*f.written_due))));
    const bool before_works = !e.time.started_on || today < *e.time.started_on;
    if (!f.has_plan && state != ExecutionState::settled && f.preparation_from && *f.preparation_from <= today)
        alerts.add(K::plan_missing, before_works ? Severity::warning : Severity::error, e.time.started_on,
                   "le titulaire n’a pas remis son plan (qui, comment, quel mois) ; demandez-le avant les travaux");
    return std::move(alerts).sorted();
}

std::vector<ExecutionAlert> reference_alerts(const Reference& reference, core::Date today) {
    Alerts alerts(AlertSubject::reference, 0);
    for (const ReferenceValue* value : reference.stale(today))
        alerts.add(
            K::reference_unchecked, Severity::info, std::nullopt,
            fmt::format("« {} » ({}) n’a pas été vérifiée depuis un an ; relisez sa source", value->label, value->key));
    return std::move(alerts).sorted();
}

void sort_alerts(std::vector<ExecutionAlert>& alerts) {
    const auto rank = [](const ExecutionAlert& one) {
        return std::tuple(-static_cast<int>(one.severity), !one.due_on.has_value(), one.due_on.value_or(core::Date{}),
                          static_cast<int>(one.subject), one.id);
    };
    std::stable_sort(alerts.begin(), alerts.end(),
                     [&](const ExecutionAlert& one, const ExecutionAlert& other) { return rank(one) < rank(other); });
}

}  // namespace clausier::domain
