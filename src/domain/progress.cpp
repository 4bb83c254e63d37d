// What was expected by a day, what was done, and the curve of both.
#include "clausier/domain/progress.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/retention.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;
using core::Fraction;
using core::Rate;
using core::Rounding;

// Days between two, both included, on which the works do not stand still; stoppages do not overlap.
int working_days(core::Date from, core::Date to, const std::vector<Stoppage>& stoppages) {
    if (to < from) return 0;
    int days = days_between(from, to) + 1;
    for (const Stoppage& one : stoppages) {
        const core::Date first = std::max(from, one.from);
        const core::Date last = one.to ? std::min(to, *one.to) : to;
        if (first <= last) days -= days_between(first, last) + 1;
    }
    return std::max(0, days);
}

// A stoppage that still stands does not tell how many days of works will be left.
std::vector<Stoppage> ended(std::vector<Stoppage> stoppages) {
    std::erase_if(stoppages, [](const Stoppage& one) { return !one.to; });
    return stoppages;
}

Committed capped(const Fraction& amount, Committed due) { return std::min(due, amount.to<Committed>(Rounding::down)); }

std::optional<Rate> ratio(Committed part, Committed whole) {
    if (whole <= Committed()) return std::nullopt;
    return (Fraction(std::max(part, Committed())) / Fraction(whole)).to<Rate>(Rounding::down);
}

core::Hours planned(const std::vector<PlannedMonth>& plan) {
    core::Hours sum;
    for (const PlannedMonth& month : plan) sum += month.hours;
    return sum;
}

bool follows_plan(const ProgressInput& in) {
    return in.unit == CommitmentUnit::hours && planned(in.plan) > core::Hours();
}

// The hours of each month are spread over its days: those of a stoppage, or before the start, are not expected.
Committed along_plan(const ProgressInput& in, core::Date on) {
    Fraction sum;
    for (const PlannedMonth& one : in.plan) {
        const core::Date from = std::max(one.month.first(), *in.time.started_on);
        const int days = working_days(from, std::min(on, one.month.last()), in.time.stoppages);
        sum = sum + Fraction(one.hours) * Fraction(days) / Fraction(one.month.days());
    }
    return capped(sum * Fraction(in.due) / Fraction(planned(in.plan)), in.due);
}

std::optional<Committed> expected_on(const ProgressInput& in, core::Date on) {
    const WorksTime& time = in.time;
    if (!time.started_on) return std::nullopt;
    if (on < *time.started_on) return Committed();
    if (time.ends_on && on >= *time.ends_on) return in.due;
    if (follows_plan(in)) return along_plan(in, on);
    if (!time.ends_on) return std::nullopt;
    const int all = working_days(*time.started_on, *time.ends_on, ended(time.stoppages));
    if (all == 0) return std::nullopt;
    const int passed = working_days(*time.started_on, on, time.stoppages);
    return capped(Fraction(in.due) * Fraction(passed) / Fraction(all), in.due);
}

void tell(Progress& p, const ProgressInput& in) {
    const auto words = [&](Committed quantity) { return said(quantity, in.unit); };
    p.steps.push_back({"Avancement", p.rate ? fmt::format("{} validés ÷ {} dus = {}", words(p.validated), words(p.due),
                                                          french::percent(*p.rate))
                                            : fmt::format("{} validés, rien n’est dû", words(p.validated))});
    if (p.pending > Committed()) p.steps.push_back({"En attente de validation", words(p.pending)});
    if (!in.time.started_on)
        p.steps.push_back({"Attendu", "rien : aucun ordre de service de démarrage"});
    else if (p.expected)
        p.steps.push_back({"Attendu le " + french::date(in.on),
                           words(*p.expected) + (follows_plan(in) ? ", selon le plan du titulaire"
                                                                  : ", au prorata des jours hors arrêts")});
    else
        p.steps.push_back({"Attendu", "inconnu : ni plan du titulaire, ni date de fin"});
}

// The months that the curve covers, from the first to the last; nothing when none is known.
std::optional<std::pair<Month, Month>> span_of(const ProgressInput& in) {
    std::vector<Month> months;
    if (in.time.started_on) months.emplace_back(*in.time.started_on);
    if (in.time.started_on && in.time.ends_on) months.emplace_back(*in.time.ends_on);
    for (const PlannedMonth& one : in.plan) months.push_back(one.month);
    for (const DoneMonth& one : in.done) months.push_back(one.month);
    if (months.empty()) return std::nullopt;
    const auto [first, last] = std::minmax_element(months.begin(), months.end());
    return std::pair(*first, *last);
}

}  // namespace

WorksTime works_time(const std::vector<ServiceOrder>& orders, std::vector<Stoppage> stoppages,
                     std::optional<std::int64_t> duration_months, std::optional<core::Date> ends_on) {
    WorksTime out;
    for (const ServiceOrder& order : orders)
        if (order.kind == OrderKind::start && (!out.started_on || order.on > *out.started_on))
            out.started_on = order.on;
    out.ends_on = ends_on;
    if (!out.ends_on && out.started_on && duration_months && *duration_months > 0)
        out.ends_on = days_later(months_later(*out.started_on, *duration_months), -1);
    out.stoppages = std::move(stoppages);
    return out;
}

Progress progress(const ProgressInput& in) {
    Progress p;
    p.due = in.due;
    for (const DoneMonth& one : in.done) {
        if (one.month.first() > in.on) continue;
        p.declared += one.declared;
        p.validated += one.validated;
    }
    p.pending = std::max(Committed(), p.declared - p.validated);
    p.left = std::max(Committed(), p.due - p.validated);
    p.surplus = std::max(Committed(), p.validated - p.due);
    p.rate = ratio(p.validated, p.due);
    p.expected = expected_on(in, in.on);
    if (p.expected) p.pace = ratio(p.validated, *p.expected);
    tell(p, in);
    return p;
}

std::vector<CurvePoint> curve(const ProgressInput& in) {
    std::vector<CurvePoint> out;
    const auto months = span_of(in);
    if (!months) return out;
    std::vector<DoneMonth> done = in.done;
    std::stable_sort(done.begin(), done.end(),
                     [](const DoneMonth& one, const DoneMonth& other) { return one.month < other.month; });
    auto next = done.begin();
    CurvePoint point;
    for (Month month = months->first; month <= months->second; month = month.next()) {
        for (; next != done.end() && next->month == month; ++next) {
            point.declared += next->declared;
            point.validated += next->validated;
        }
        point.month = month;
        point.expected = expected_on(in, month.last());
        out.push_back(point);
    }
    return out;
}

}  // namespace clausier::domain
