// Compares the hours of a lot with what can usually be done.
#include "clausier/domain/feasibility.hpp"

#include "clausier/core/french.hpp"

namespace clausier::domain {
namespace {

using core::Fraction;
using core::Rounding;
namespace french = core::french;

// What is said after a bound that nobody has checked at its source.
template <class T>
std::string doubt(const Cited<T>& bound) {
    return bound.citation.verified ? "" : " (repère à vérifier)";
}

std::optional<core::Issue> too_few(const AmountResult& lot, const Reference& reference, core::Date on) {
    const auto bound = reference.hours("feasibility.min_hours", on);
    if (lot.estimate.hours >= bound.value) return std::nullopt;
    const auto usual = reference.euros("feasibility.min_amount", on);
    const std::string few =
        french::hours(lot.estimate.hours) + ", c’est moins que " + french::hours(bound.value) + doubt(bound);
    if (lot.amount < usual.value)
        return core::warning("heures_faibles", few +
                                                   "\u00a0: vérifiez qu’une clause d’heures a du sens sur ce lot, ou "
                                                   "regroupez ses heures avec un autre");
    return core::warning("heures_faibles", few + ", alors qu’une semaine est usuelle à partir de " +
                                               french::euros(usual.value) +
                                               "\u00a0: revoyez le taux d’effort ou la part de main-d’œuvre");
}

std::optional<core::Issue> too_thin(const AmountResult& lot, const Fraction& months, const Reference& reference,
                                    core::Date on) {
    const auto month = reference.hours("time.month", on);
    const auto bound = reference.number("feasibility.min_fte", on);
    const Fraction mean = Fraction(lot.estimate.hours) / (Fraction(month.value) * months);
    if (mean >= bound.value) return std::nullopt;
    return core::warning("effectif_faible",
                         "l’effectif moyen est de " + french::number(mean.rounded(100, Rounding::nearest), 100) + " (" +
                             french::hours(lot.estimate.hours) + " ÷ " + french::hours(month.value) + " ÷ " +
                             french::number(months.rounded(100, Rounding::nearest), 100) + " mois), sous " +
                             french::number(bound.value.rounded(100, Rounding::nearest), 100) + doubt(bound) +
                             "\u00a0: concentrez les heures sur moins de mois, ou sur une seule personne");
}

std::optional<core::Issue> too_many(const AmountResult& lot, const Reference& reference, core::Date on) {
    const auto bound = reference.rate("feasibility.max_labour_share", on);
    const Fraction labour = hours_from_amount(lot.amount, lot.labour_share, core::Rate::whole(1), lot.hourly_cost);
    if (labour <= Fraction(0) || Fraction(lot.estimate.raw) <= labour * Fraction(bound.value)) return std::nullopt;
    const core::Rate share = (Fraction(lot.estimate.raw) / labour).to<core::Rate>(Rounding::nearest);
    return core::warning("part_des_heures",
                         "ces heures prennent " + french::percent(share) +
                             " des heures de main-d’œuvre du lot, au-delà de " + french::percent(bound.value) +
                             doubt(bound) + "\u00a0: vérifiez que le titulaire peut les confier, ou baissez le taux");
}

}  // namespace

std::vector<core::Issue> feasibility(const AmountResult& lot, const std::optional<Fraction>& months,
                                     const Reference& reference, core::Date on) {
    if (months && *months <= Fraction(0))
        throw core::Error(core::ErrorKind::invalid, "option --mois",
                          "la durée doit être plus grande que 0\u00a0; corrigez-la");
    std::vector<core::Issue> out;
    if (auto issue = too_few(lot, reference, on)) out.push_back(std::move(*issue));
    if (months)
        if (auto issue = too_thin(lot, *months, reference, on)) out.push_back(std::move(*issue));
    if (auto issue = too_many(lot, reference, on)) out.push_back(std::move(*issue));
    return out;
}

}  // namespace clausier::domain
