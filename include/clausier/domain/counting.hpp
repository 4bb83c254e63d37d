// Which declared hours count on a lot, by the rules of its market, and why the others do not.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/domain/hours_statement.hpp"
#include "clausier/domain/placement.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::domain {

// The rules of a market; what is left out is the reference's. `publics`: who the clause is for.
struct CountingRules {
    bool worked = true;
    bool training = true;
    bool paid_not_worked = false;
    std::optional<std::int64_t> months_after_hire;  // absent: reference counting.after_hire
    PublicsRule publics;
    std::optional<core::Euros> penalty_per_hour;  // absent: reference penalty.per_hour
    std::optional<core::Euros> penalty_per_day;   // absent: reference penalty.evidence_per_day
    std::int64_t revision = 0;
    [[nodiscard]] bool counts(HourNature nature) const;
};
// Faults in "natures" (none counts), "mois_apres_embauche", "penalite_heure", "penalite_jour".
std::vector<core::Issue> faults(const CountingRules& rules);

// When hours count on a lot: from the notification to the end of the works, both included; an absent bound does not
// limit. `reserved`: the hours of a reserved lot are reported apart.
struct LotWindow {
    std::optional<core::Date> notified_on;
    std::optional<core::Date> ends_on;
    bool reserved = false;
};

enum class CountVerdict { counts, apart, does_not };
// `code`: "compte", "reserve", "encadrant", "nature", "avant_notification", "apres_fin", "apres_embauche",
// "non_eligible", "eligibilite_inconnue". `sentence`: in French, what and why.
struct CountedLine {
    CountVerdict verdict = CountVerdict::counts;
    std::string code;
    std::string sentence;
};
// The line of a month. A month that is partly inside counts whole: its days are not known. A person judged not eligible
// never counts; one not judged yet does not count until it is. Hours taken over at a cut-off count as they came.
CountedLine count_line(const StatementLine& line, Month month, const Placement& placement, const LotWindow& window,
                       const CountingRules& rules, const Reference& reference);

// The hours of a statement shared out by that verdict; the three sum to its total.
struct CountedHours {
    core::Hours counting;
    core::Hours apart;
    core::Hours not_counting;
    std::vector<CountedLine> lines;  // of each line, in order
};
CountedHours count_hours(const HoursStatement& statement, const Placement& placement, const LotWindow& window,
                         const CountingRules& rules, const Reference& reference);

// The first day whose hours no longer count after a hire for good; nothing when there was none.
std::optional<core::Date> counting_ends_on(const Placement& placement, const CountingRules& rules,
                                           const Reference& reference);

}  // namespace clausier::domain
