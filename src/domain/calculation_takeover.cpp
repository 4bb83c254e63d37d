// F3 and its inverses.
#include "clausier/domain/calculation_takeover.hpp"

#include "clausier/core/french.hpp"

namespace clausier::domain {
namespace {

using core::Error;
using core::ErrorKind;
using core::Euros;
using core::Fraction;
using core::Hours;
using core::Rate;
using core::Rounding;
namespace french = core::french;

std::string months_text(const Fraction& months) {
    return french::number(months.rounded(100, Rounding::nearest), 100) + "\u00a0mois";
}

void require_inputs(const TakeoverInput& in) {
    if (in.turnover) require_positive(*in.turnover, "option --chiffre-affaires");
    if (in.months && *in.months <= Fraction(0))
        throw Error(ErrorKind::invalid, "option --mois", "la durée doit être plus grande que 0 ; corrigez-la");
    if (in.transferable_hours) require_positive(*in.transferable_hours, "option --heures-transferables", true);
    if (in.rate) require_positive(*in.rate, "option --taux");
    if (in.rate && *in.rate > Rate::whole(1))
        throw Error(ErrorKind::invalid, "option --taux", "un pourcentage ne dépasse pas 100 ; corrigez-le");
    if (in.coefficient) require_positive(*in.coefficient, "option --coefficient");
    if (in.hours) require_positive(*in.hours, "option --heures");
    const int missing = int{!in.turnover} + int{!in.months} + int{!in.transferable_hours} + int{!in.rate};
    if (!in.hours && missing > 0)
        throw Error(
            ErrorKind::invalid, "calcul reprise",
            "donnez --chiffre-affaires, --mois, --heures-transferables et --taux, ou --heures et trois d’entre elles");
    if (in.hours && (missing > 1 || (missing == 0 && in.coefficient)))
        throw Error(ErrorKind::invalid, "calcul reprise",
                    "avec --heures, laissez exactement une autre valeur à calculer");
}

// The turnover left for insertion in money: I·C/T when the hours are wanted.
Fraction wanted_turnover(const TakeoverInput& in, const TakeoverResult& r) {
    return Fraction(*in.hours) * Fraction(r.coefficient.value) / Fraction(r.rate);
}

void refuse_unless_positive(const Fraction& value) {
    if (value <= Fraction(0))
        throw Error(ErrorKind::invalid, "option --heures",
                    "aucune valeur ne donne ces heures : le chiffre d’affaires n’y suffit pas ; demandez-en moins");
}

// Fills the input left out from the others and the hours wanted: I = T·(A − S·C·N)/C solved for each.
void solve(const TakeoverInput& in, TakeoverResult& r, std::vector<Step>& steps) {
    const Fraction a(r.turnover);
    const Fraction s(r.transferable_hours);
    const Fraction c(r.coefficient.value);
    if (!in.turnover) {
        r.turnover = (wanted_turnover(in, r) + s * c * r.months).to<Euros>(Rounding::nearest);
        steps.push_back({"Chiffre d’affaires recherché", french::euros(r.turnover)});
    } else if (!in.months) {
        const Fraction months = (a - wanted_turnover(in, r)) / (s * c);
        refuse_unless_positive(months);
        r.months = Fraction(months.rounded(100, Rounding::nearest), 100);
        steps.push_back({"Durée recherchée", months_text(r.months)});
    } else if (!in.transferable_hours) {
        const Fraction hours = (a - wanted_turnover(in, r)) / (c * r.months);
        refuse_unless_positive(hours + Fraction(1, 100));
        r.transferable_hours = hours.to<Hours>(Rounding::nearest);
        steps.push_back({"Heures transférables recherchées", french::hours(r.transferable_hours) + " par mois"});
    } else if (!in.rate) {
        const Fraction left = a - s * c * r.months;
        refuse_unless_positive(left);
        r.rate = (Fraction(*in.hours) * c / left).to<Rate>(Rounding::nearest);
        steps.push_back({"Taux recherché", french::percent(r.rate)});
    } else {
        const Fraction t(r.rate);
        r.coefficient.value = (a * t / (Fraction(*in.hours) + s * r.months * t)).to<Euros>(Rounding::nearest);
        require_positive(r.coefficient.value, "option --coefficient");
        r.coefficient.key = "";
        steps.push_back({"Coefficient recherché", french::euros(r.coefficient.value) + " par heure"});
    }
}

void judge(TakeoverResult& r, const Fraction& potential, const Fraction& exact, const Cited<Hours>& least) {
    r.recommended = potential > Fraction(0) && exact >= Fraction(least.value);
    if (potential <= Fraction(0))
        r.estimate.remarks.push_back(
            core::warning("potentiel_negatif",
                          "le personnel à reprendre dépasse le potentiel du marché : aucune clause n’est conseillée"));
    else if (!r.recommended)
        r.estimate.remarks.push_back(
            core::warning("heures_insuffisantes",
                          "moins de " + french::hours(least.value) + " d’insertion : aucune clause n’est conseillée"));
}

}  // namespace

TakeoverResult calculate_takeover(const TakeoverInput& in, const Reference& reference, core::Date on) {
    require_inputs(in);
    TakeoverResult r;
    r.turnover = in.turnover.value_or(Euros());
    r.months = in.months.value_or(Fraction(0));
    r.transferable_hours = in.transferable_hours.value_or(Hours());
    r.rate = in.rate.value_or(Rate());
    r.coefficient = reference.euros("takeover.coefficient", on);
    if (in.coefficient) r.coefficient = {*in.coefficient, "", {}};
    std::vector<Step> steps;
    if (in.hours) solve(in, r, steps);
    require_positive(r.turnover, "option --chiffre-affaires");
    const Fraction monthly = Fraction(r.turnover) / r.months;
    const Fraction transferred = Fraction(r.transferable_hours) * Fraction(r.coefficient.value);
    const Fraction potential = Fraction(1) - transferred / monthly;
    r.potential = potential.to<Rate>(Rounding::nearest);
    steps.push_back({"Chiffre d’affaires mensuel", french::euros(r.turnover) + " ÷ " + months_text(r.months) + " = " +
                                                       french::euros(monthly.to<Euros>(Rounding::nearest))});
    steps.push_back({"Potentiel", "1 − (" + french::hours(r.transferable_hours) + " × " +
                                      french::euros(r.coefficient.value) + ") ÷ " +
                                      french::euros(monthly.to<Euros>(Rounding::nearest)) + " = " +
                                      french::percent(r.potential)});
    Fraction exact(0);
    if (potential > Fraction(0)) {
        exact = potential * Fraction(r.turnover) / Fraction(r.coefficient.value) * Fraction(r.rate);
        steps.push_back({"Heures d’insertion", french::percent(r.potential) + " × " + french::euros(r.turnover) +
                                                   " ÷ " + french::euros(r.coefficient.value) + " × " +
                                                   french::percent(r.rate) + " = " +
                                                   french::hours(exact.to<Hours>(Rounding::nearest))});
    }
    r.estimate = estimate(exact, in.rounding, std::move(steps), reference, on);
    judge(r, potential, exact, reference.hours("takeover.min_hours", on));
    return r;
}

}  // namespace clausier::domain
