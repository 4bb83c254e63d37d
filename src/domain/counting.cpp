// Which hours count, line by line.
#include "clausier/domain/counting.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/retention.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

CountedLine does_not(std::string_view code, std::string sentence) {
    return {CountVerdict::does_not, std::string(code), std::move(sentence)};
}

// Why the person's hours do not count whatever the month; nothing when they do.
std::optional<CountedLine> about_person(const Placement& p) {
    if (p.permanent_staff) return does_not("encadrant", "les heures d’un encadrant permanent ne comptent jamais");
    if (!p.eligibility)
        return does_not("eligibilite_inconnue", "l’éligibilité n’a pas été appréciée ; contrôlez les preuves");
    if (!p.eligibility->eligible)
        return does_not("non_eligible",
                        fmt::format("la personne n’était pas éligible à son entrée : {}", p.eligibility->because));
    return std::nullopt;
}

std::optional<CountedLine> about_month(Month month, const LotWindow& window) {
    if (window.notified_on && month.last() < *window.notified_on)
        return does_not("avant_notification", fmt::format("{} précède la notification du {}", month.label(),
                                                          core::french::date(*window.notified_on)));
    if (window.ends_on && month.first() > *window.ends_on)
        return does_not("apres_fin",
                        fmt::format("{} suit la fin du {}", month.label(), core::french::date(*window.ends_on)));
    return std::nullopt;
}

}  // namespace

bool CountingRules::counts(HourNature nature) const {
    switch (nature) {
        case HourNature::worked:
            return worked;
        case HourNature::training:
            return training;
        case HourNature::paid_not_worked:
            return paid_not_worked;
    }
    return false;
}

std::vector<core::Issue> faults(const CountingRules& rules) {
    Issues issues;
    if (!rules.worked && !rules.training && !rules.paid_not_worked)
        refuse(issues, "natures", "aucune_nature", "aucune heure ne compterait ; choisissez au moins une nature");
    if (rules.months_after_hire && *rules.months_after_hire < 0)
        refuse(issues, "mois_apres_embauche", "negatif", "le nombre de mois ne peut pas être négatif ; corrigez-le");
    if (rules.penalty_per_hour && *rules.penalty_per_hour < core::Euros())
        refuse(issues, "penalite_heure", "negatif", "la pénalité ne peut pas être négative ; corrigez-la");
    if (rules.penalty_per_day && *rules.penalty_per_day < core::Euros())
        refuse(issues, "penalite_jour", "negatif", "la pénalité ne peut pas être négative ; corrigez-la");
    for (std::size_t i = 0; i < rules.publics.publics.size(); ++i)
        if (!CodeLists::embedded().public_kind(rules.publics.publics[i]))
            refuse(issues, "publics", "public_inconnu",
                   fmt::format("« {} » n’est pas un public de la liste ; choisissez-en un", rules.publics.publics[i]));
    return issues;
}

std::optional<core::Date> counting_ends_on(const Placement& p, const CountingRules& rules, const Reference& reference) {
    const ContractType* contract = contract_type(p.contract);
    std::optional<core::Date> hired = p.hired_on;
    if (!hired && contract && contract->permanent) hired = p.started_on;
    if (!hired) return std::nullopt;
    const std::int64_t months =
        rules.months_after_hire ? *rules.months_after_hire : reference.count("counting.after_hire", *hired).value;
    return months_later(*hired, months);
}

CountedLine count_line(const StatementLine& line, Month month, const Placement& placement, const LotWindow& window,
                       const CountingRules& rules, const Reference& reference) {
    const CountedLine counts{CountVerdict::counts, "compte", "compte"};
    const CountedLine apart{CountVerdict::apart, "reserve", "compte à part : le lot est réservé"};
    const CountedLine& counted = window.reserved ? apart : counts;
    if (placement.taken_over_on && !placement.participant) return counted;
    if (const auto why = about_person(placement)) return *why;
    if (!rules.counts(line.nature))
        return does_not("nature", fmt::format("le marché ne compte pas les heures {}", label(line.nature)));
    if (const auto why = about_month(month, window)) return *why;
    const auto ends = counting_ends_on(placement, rules, reference);
    if (ends && month.first() >= *ends)
        return does_not("apres_embauche", fmt::format("les heures ne comptent plus depuis le {} : l’embauche en CDI a "
                                                      "été prise en compte assez longtemps",
                                                      core::french::date(*ends)));
    return counted;
}

CountedHours count_hours(const HoursStatement& statement, const Placement& placement, const LotWindow& window,
                         const CountingRules& rules, const Reference& reference) {
    CountedHours out;
    for (const StatementLine& line : statement.lines) {
        out.lines.push_back(count_line(line, statement.month, placement, window, rules, reference));
        switch (out.lines.back().verdict) {
            case CountVerdict::counts:
                out.counting += line.hours;
                break;
            case CountVerdict::apart:
                out.apart += line.hours;
                break;
            case CountVerdict::does_not:
                out.not_counting += line.hours;
                break;
        }
    }
    return out;
}

}  // namespace clausier::domain
