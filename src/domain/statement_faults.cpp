// What a statement cannot say, and what it says that is unusual.
#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/hours_statement.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;
using core::Fraction;
using core::Hours;

constexpr int hours_a_day = 24;
constexpr int days_a_week = 7;

void warn(Issues& issues, std::string_view code, std::string text) {
    issues.push_back({core::Severity::warning, std::string(code), "heures", std::move(text)});
}

void check_lines(Issues& issues, const HoursStatement& s) {
    if (s.lines.empty() || s.total() == Hours())
        refuse(issues, "heures", "heures_absentes", "donnez les heures du mois ; sans heure, ne déclarez rien");
    for (std::size_t i = 0; i < s.lines.size(); ++i) {
        const StatementLine& line = s.lines[i];
        if (!s.reverse_of && line.hours < Hours())
            refuse(issues, "heures", "heures_negatives",
                   fmt::format("les heures {} ne peuvent pas être négatives ; pour reprendre un relevé validé, faites "
                               "une écriture inverse",
                               label(line.nature)));
        if (s.reverse_of && line.hours > Hours())
            refuse(issues, "heures", "heures_positives", "une écriture inverse ne porte que des heures négatives");
        const auto same = [&](const StatementLine& other) { return other.nature == line.nature; };
        if (std::any_of(s.lines.begin(), s.lines.begin() + static_cast<std::ptrdiff_t>(i), same))
            refuse(issues, "heures", "nature_double",
                   fmt::format("les heures {} sont données deux fois ; additionnez-les", label(line.nature)));
    }
}

void check_month(Issues& issues, const HoursStatement& s, const Placement& placement, const StatementFacts& facts) {
    if (s.month > Month(facts.today))
        return refuse(issues, "mois", "mois_futur",
                      fmt::format("{} n’a pas commencé ; déclarez un mois passé ou en cours", s.month.label()));
    if (!runs_in(placement, s.month))
        return refuse(
            issues, "mois", "hors_mise_en_oeuvre",
            fmt::format("la mise en œuvre ne couvre pas {} ; corrigez le mois ou ses dates", s.month.label()));
    if (facts.certified_until && s.month.last() <= *facts.certified_until && !s.reverse_of && !facts.taken_back)
        refuse(issues, "mois", "mois_atteste",
               fmt::format("une attestation couvre {} ; faites d’abord une écriture inverse du relevé à corriger",
                           s.month.label()));
}

void check_possible(Issues& issues, const HoursStatement& s, const Placement& placement, const StatementFacts& facts) {
    const Hours most_here = Hours::whole(static_cast<std::int64_t>(hours_a_day) * days_in(placement, s.month));
    const Hours most = Hours::whole(static_cast<std::int64_t>(hours_a_day) * s.month.days());
    const Hours here = s.total() + facts.other_hours;
    if (here > most_here)
        refuse(issues, "heures", "heures_impossibles",
               fmt::format("{} dépassent les {} que compte la mise en œuvre en {} ; corrigez-les", french::hours(here),
                           french::hours(most_here), s.month.label()));
    else if (here + facts.elsewhere > most)
        refuse(issues, "heures", "heures_impossibles",
               fmt::format("avec {} ailleurs, la personne ferait {} en {}, qui n’en compte que {} ; corrigez-les",
                           french::hours(facts.elsewhere), french::hours(here + facts.elsewhere), s.month.label(),
                           french::hours(most)));
}

void check_load(Issues& issues, const HoursStatement& s, const Placement& placement, Hours here,
                const Reference& reference) {
    const core::Date on = s.month.first();
    const Hours month = reference.hours("counting.unusual_month", on).value;
    if (here > month)
        warn(issues, "mois_charge",
             fmt::format("{} dans le mois, au-delà de {}", french::hours(here), french::hours(month)));
    const Hours week = reference.hours("counting.unusual_week", on).value;
    const int days = std::max(days_a_week, days_in(placement, s.month));
    const Fraction mean = Fraction(here) * Fraction(days_a_week) / Fraction(days);
    if (mean > Fraction(week))
        warn(issues, "semaine_chargee",
             fmt::format("{} par semaine en moyenne, au-delà de {}",
                         french::hours(mean.to<Hours>(core::Rounding::nearest)), french::hours(week)));
}

void check_rise(Issues& issues, Hours here, const StatementFacts& facts, const Reference& reference, core::Date on) {
    if (!facts.last_month || *facts.last_month <= Hours()) return;
    const core::Rate rise = reference.rate("counting.unusual_rise", on).value;
    if (Fraction(here) > Fraction(*facts.last_month) * (Fraction(1) + Fraction(rise)))
        warn(issues, "hausse",
             fmt::format("{} contre {} le mois précédent : plus de {} de hausse", french::hours(here),
                         french::hours(*facts.last_month), french::percent(rise)));
}

}  // namespace

std::vector<core::Issue> faults(const HoursStatement& s, const Placement& placement, const StatementFacts& facts) {
    Issues issues;
    check_lines(issues, s);
    const std::size_t before = issues.size();
    check_month(issues, s, placement, facts);
    if (issues.size() == before && !s.taken_over) check_possible(issues, s, placement, facts);
    within(issues, "motif", s.unusual_reason, longest_line);
    within(issues, "note", s.note, longest_note);
    return issues;
}

std::vector<core::Issue> warnings(const HoursStatement& s, const Placement& placement, const StatementFacts& facts,
                                  const Reference& reference) {
    Issues issues;
    if (s.taken_over || s.reverse_of || !runs_in(placement, s.month)) return issues;
    const Hours here = s.total() + facts.other_hours;
    check_load(issues, s, placement, here, reference);
    if (facts.elsewhere > Hours())
        warn(issues, "heures_ailleurs",
             fmt::format("la même personne a déjà {} ce mois-là dans une autre mise en œuvre",
                         french::hours(facts.elsewhere)));
    check_rise(issues, here, facts, reference, s.month.first());
    if (!issues.empty() && core::trim(s.unusual_reason).empty())
        issues.push_back({core::Severity::warning, "motif_absent", "motif",
                          "ces heures sont inhabituelles ; dites pourquoi en quelques mots"});
    return issues;
}

}  // namespace clausier::domain
