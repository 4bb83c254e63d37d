// F4, F5 and F6.
#include "clausier/domain/calculation_spending.hpp"

#include "clausier/core/french.hpp"

namespace clausier::domain {
namespace {

using core::Euros;
using core::Fraction;
using core::Hours;
using core::Rounding;
namespace french = core::french;

// The least amount from which `hours` whole tranches are due.
Euros amount_for(const InvoiceInput& in) {
    const std::int64_t tranches = Fraction(*in.hours).rounded(1, Rounding::up);
    const Euros counted = (Fraction(tranches) * Fraction(in.tranche)).to<Euros>(Rounding::nearest);
    return in.mode == ThresholdMode::allowance ? in.threshold + counted : std::max(in.threshold, counted);
}

}  // namespace

core::Result<ThresholdMode> parse_threshold_mode(std::string_view text) {
    if (text == "declencheur" || text == "déclencheur") return ThresholdMode::trigger;
    if (text == "franchise") return ThresholdMode::allowance;
    return core::fault("mode_inconnu", "« " + std::string(text) +
                                           " » n’est pas un mode ; choisissez declencheur (tout compte dès le seuil "
                                           "atteint) ou franchise (seul l’excédent compte)");
}

InvoiceResult calculate_invoice(const InvoiceInput& in, const Reference& reference, core::Date on) {
    require_positive(in.threshold, "option --seuil", true);
    require_positive(in.tranche, "option --tranche");
    if (in.invoiced) require_positive(*in.invoiced, "option --montant-facture", true);
    if (in.hours) require_positive(*in.hours, "option --heures");
    if (in.invoiced.has_value() == in.hours.has_value())
        throw core::Error(core::ErrorKind::invalid, "calcul facture",
                          "donnez --montant-facture, ou --heures pour trouver le montant qui les rend dues");
    InvoiceResult r;
    std::vector<Step> steps;
    r.invoiced = in.invoiced ? *in.invoiced : amount_for(in);
    if (in.hours)
        steps.push_back({"Montant facturé recherché", french::euros(r.invoiced) + " pour " + french::hours(*in.hours)});
    if (in.mode == ThresholdMode::trigger) {
        const bool reached = r.invoiced >= in.threshold;
        r.base = reached ? r.invoiced : Euros();
        steps.push_back(
            {"Montant compté",
             reached ? "seuil de " + french::euros(in.threshold) + " atteint : " + french::euros(r.base)
                     : french::euros(r.invoiced) + " : seuil de " + french::euros(in.threshold) + " non atteint"});
    } else {
        r.base = std::max(Euros(), r.invoiced - in.threshold);
        steps.push_back({"Montant compté", french::euros(r.invoiced) + " − " + french::euros(in.threshold) +
                                               " de franchise → " + french::euros(r.base)});
    }
    const Fraction exact = Fraction(r.base) / Fraction(in.tranche);
    steps.push_back({"Tranches", french::euros(r.base) + " ÷ " + french::euros(in.tranche) + " = " +
                                     french::hours(exact.to<Hours>(Rounding::down)) +
                                     ", à raison d’une heure par tranche entière"});
    r.estimate = estimate(exact, HourRounding{Rounding::down, 1}, std::move(steps), reference, on);
    r.estimate.raw = exact.to<Hours>(Rounding::down);  // 0.99999 of a tranche is not 1
    r.estimate.raw_words = french::hours(r.estimate.raw);
    return r;
}

GridResult calculate_grid(std::string_view name, Euros amount, const Reference& reference, core::Date on) {
    require_positive(amount, "option --montant", true);
    GridResult r;
    r.grid = &reference.grid(name, on);
    r.step = &r.grid->step(amount);
    std::vector<Step> steps;
    const std::string below = r.step->below ? "moins de " + french::euros(*r.step->below) : "dernière tranche";
    steps.push_back({"Grille « " + r.grid->label + " »",
                     french::euros(amount) + ", " + below + " : " + french::hours(r.step->hours)});
    r.estimate = estimate(Fraction(r.step->hours), HourRounding{}, std::move(steps), reference, on);
    return r;
}

InclusiveResult calculate_inclusive(Euros amount, const Reference& reference, core::Date on) {
    require_positive(amount, "option --montant", true);
    InclusiveResult r;
    const auto ceiling = reference.euros("inclusive.hours_ceiling", on);
    if (amount <= ceiling.value) {
        const auto hour = reference.euros("inclusive.hour_amount", on);
        r.hours = Hours::whole((Fraction(amount) / Fraction(hour.value)).rounded(1, Rounding::half_even));
        r.steps.push_back({"Heures de travail (estimation)", french::euros(amount) + " ÷ " + french::euros(hour.value) +
                                                                 " → " + french::hours(*r.hours)});
        return r;
    }
    const auto month = reference.euros("inclusive.month_amount", on);
    r.job_months = (Fraction(amount) / Fraction(month.value)).rounded(1, Rounding::half_even);
    r.job_years_centi = Fraction(*r.job_months, 12).rounded(100, Rounding::nearest);
    r.steps.push_back(
        {"Emplois pendant un mois (estimation)",
         french::euros(amount) + " ÷ " + french::euros(month.value) + " → " + french::number(*r.job_months, 1)});
    r.steps.push_back({"Emplois pendant un an (estimation)",
                       french::number(*r.job_months, 1) + " ÷ 12 = " + french::number(r.job_years_centi, 100)});
    return r;
}

}  // namespace clausier::domain
