// Orders, stoppages and plans: what tells when the hours of a lot are to be done.
#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/progress.hpp"
#include "coded_words.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

using Word = CodedWord<OrderKind>;
constexpr std::array words = {Word{OrderKind::preparation, "preparation", "ordre de service de préparation"},
                              Word{OrderKind::start, "demarrage", "ordre de service de démarrage"}};

bool overlap(const Stoppage& one, const Stoppage& other) {
    return (!one.to || other.from <= *one.to) && (!other.to || one.from <= *other.to);
}

}  // namespace

std::string_view code(OrderKind kind) { return word_of(words, kind).code; }
std::string_view label(OrderKind kind) { return word_of(words, kind).label; }
std::optional<OrderKind> order_kind(std::string_view code) { return value_of_code(words, code); }

std::vector<core::Issue> faults(const ServiceOrder& order, std::optional<core::Date> notified_on) {
    Issues issues;
    if (!order.on.ok())
        refuse(issues, "date", "date_absente", "donnez la date de l’ordre de service");
    else if (notified_on && order.on < *notified_on)
        refuse(issues, "date", "avant_notification",
               fmt::format("l’ordre de service précède la notification du {} ; corrigez l’une des deux dates",
                           core::french::date(*notified_on)));
    within(issues, "reference", order.reference, longest_line);
    return issues;
}

bool stands_still(const std::vector<Stoppage>& stoppages, core::Date day) {
    return std::any_of(stoppages.begin(), stoppages.end(),
                       [&](const Stoppage& one) { return one.from <= day && (!one.to || day <= *one.to); });
}

std::vector<core::Issue> faults(const Stoppage& stoppage, const std::vector<Stoppage>& others) {
    Issues issues;
    require_line(issues, "motif", stoppage.reason, "dites pourquoi les travaux s’arrêtent");
    within(issues, "reference", stoppage.reference, longest_line);
    if (!stoppage.from.ok()) {
        refuse(issues, "du", "date_absente", "donnez le premier jour de l’arrêt");
        return issues;
    }
    if (stoppage.to && *stoppage.to < stoppage.from)
        refuse(issues, "au", "fin_avant_debut", "la reprise précède l’arrêt ; corrigez l’une des deux dates");
    for (const Stoppage& other : others)
        if ((stoppage.id.empty() || other.id != stoppage.id) && overlap(stoppage, other)) {
            refuse(issues, "du", "arrets_superposes",
                   fmt::format("un autre arrêt commence le {} et couvre ces jours ; corrigez les dates",
                               core::french::date(other.from)));
            break;
        }
    return issues;
}

std::vector<core::Issue> faults(const HolderPlan& plan) {
    Issues issues;
    if (!plan.given_on.ok()) refuse(issues, "remis_le", "date_absente", "donnez le jour où le plan a été remis");
    if (plan.months.empty()) refuse(issues, "mois", "plan_vide", "donnez au moins un mois, avec ses heures");
    for (std::size_t i = 0; i < plan.months.size(); ++i) {
        const PlannedMonth& one = plan.months[i];
        if (one.hours <= core::Hours())
            refuse(issues, fmt::format("mois.{}.heures", i + 1), "heures_absentes",
                   fmt::format("donnez les heures prévues en {}, ou retirez ce mois", one.month.label()));
        if (!one.modality.empty() && !CodeLists::embedded().modality(one.modality))
            refuse(issues, fmt::format("mois.{}.modalite", i + 1), "modalite_inconnue",
                   fmt::format("« {} » n’est pas une modalité de la liste ; choisissez-en une", one.modality));
        const auto same = [&](const PlannedMonth& other) {
            return other.month == one.month && other.modality == one.modality && other.performer == one.performer;
        };
        if (std::any_of(plan.months.begin(), plan.months.begin() + static_cast<std::ptrdiff_t>(i), same))
            refuse(issues, fmt::format("mois.{}.mois", i + 1), "mois_double",
                   fmt::format("{} est déjà prévu ainsi ; additionnez les heures", one.month.label()));
    }
    return issues;
}

}  // namespace clausier::domain
