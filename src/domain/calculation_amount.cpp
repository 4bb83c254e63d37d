// F1, F2 and their inverses.
#include "clausier/domain/calculation_amount.hpp"

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

void require_rate(Rate rate, std::string_view where) {
    require_positive(rate, where);
    if (rate > Rate::whole(1))
        throw Error(ErrorKind::invalid, where, "un pourcentage ne dépasse pas 100 ; corrigez-le");
}

void require_inputs(const AmountInput& in) {
    if (in.amount) require_positive(*in.amount, "option --montant");
    if (in.labour_share) require_rate(*in.labour_share, "option --part-mo");
    if (in.effort) require_rate(*in.effort, "option --taux");
    if (in.hourly_cost) require_positive(*in.hourly_cost, "option --cout-horaire");
    if (in.hours) require_positive(*in.hours, "option --heures");
}

AmountUnknown unknown_of(const AmountInput& in) {
    const std::pair<bool, AmountUnknown> given[] = {{in.hours.has_value(), AmountUnknown::hours},
                                                    {in.amount.has_value(), AmountUnknown::amount},
                                                    {in.labour_share.has_value(), AmountUnknown::labour_share},
                                                    {in.effort.has_value(), AmountUnknown::effort},
                                                    {in.hourly_cost.has_value(), AmountUnknown::hourly_cost}};
    static constexpr std::string_view names[] = {"--heures", "--montant", "--part-mo", "--taux", "--cout-horaire"};
    std::optional<AmountUnknown> unknown;
    std::string missing;
    std::size_t count = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        if (given[i].first) continue;
        ++count;
        unknown = given[i].second;
        missing += (missing.empty() ? "" : ", ") + std::string(names[i]);
    }
    if (count == 1) return *unknown;
    if (count == 0)
        throw Error(ErrorKind::invalid, "option --heures",
                    "toutes les valeurs sont données ; retirez --heures pour la calculer, ou celle des quatre autres à "
                    "trouver");
    throw Error(ErrorKind::invalid, "calcul montant", "il manque " + missing + " ; n’en laissez qu’une à calculer");
}

std::string product_of(const AmountResult& r) {
    return french::euros(r.amount) + " × " + french::percent(r.labour_share) + " × " + french::percent(r.effort) +
           " ÷ " + french::euros(r.hourly_cost);
}

// Fills the input left out, from the exact fraction, and tells how it was found.
Step solve(const AmountInput& in, AmountResult& r) {
    const Fraction h(r.unknown == AmountUnknown::hours ? Hours() : *in.hours);
    const std::string wanted = in.hours ? french::hours(*in.hours) : "";
    switch (r.unknown) {
        case AmountUnknown::amount:
            r.amount = (h * Fraction(r.hourly_cost) / Fraction(r.labour_share) / Fraction(r.effort))
                           .to<Euros>(Rounding::nearest);
            return {"Montant recherché", wanted + " × " + french::euros(r.hourly_cost) + " ÷ " +
                                             french::percent(r.labour_share) + " ÷ " + french::percent(r.effort) +
                                             " = " + french::euros(r.amount)};
        case AmountUnknown::labour_share:
            r.labour_share =
                (h * Fraction(r.hourly_cost) / Fraction(r.amount) / Fraction(r.effort)).to<Rate>(Rounding::nearest);
            return {"Part de main-d’œuvre recherchée", wanted + " × " + french::euros(r.hourly_cost) + " ÷ " +
                                                           french::euros(r.amount) + " ÷ " + french::percent(r.effort) +
                                                           " = " + french::percent(r.labour_share)};
        case AmountUnknown::effort:
            r.effort = (h * Fraction(r.hourly_cost) / Fraction(r.amount) / Fraction(r.labour_share))
                           .to<Rate>(Rounding::nearest);
            return {"Taux d’effort recherché", wanted + " × " + french::euros(r.hourly_cost) + " ÷ " +
                                                   french::euros(r.amount) + " ÷ " + french::percent(r.labour_share) +
                                                   " = " + french::percent(r.effort)};
        case AmountUnknown::hourly_cost:
            r.hourly_cost =
                (Fraction(r.amount) * Fraction(r.labour_share) * Fraction(r.effort) / h).to<Euros>(Rounding::nearest);
            return {"Coût horaire recherché", french::euros(r.amount) + " × " + french::percent(r.labour_share) +
                                                  " × " + french::percent(r.effort) + " ÷ " + wanted + " = " +
                                                  french::euros(r.hourly_cost)};
        case AmountUnknown::hours:
            break;
    }
    return {};
}

Step labour_step(const AmountResult& r) {
    const Fraction labour = Fraction(r.amount) * Fraction(r.labour_share) / Fraction(r.hourly_cost);
    return {"Heures de main-d’œuvre du lot", french::euros(r.amount) + " × " + french::percent(r.labour_share) + " ÷ " +
                                                 french::euros(r.hourly_cost) + " = " +
                                                 french::hours(labour.to<Hours>(Rounding::nearest))};
}

void warn_impossible(const AmountResult& r, Estimate& estimate) {
    const Rate all = Rate::whole(1);
    if (r.labour_share > all || r.effort > all)
        estimate.remarks.push_back(core::warning("taux_impossible",
                                                 "la valeur trouvée dépasse 100 % : ces heures ne tiennent pas dans ce "
                                                 "montant ; demandez-en moins"));
    if (r.amount.parts() == 0 || r.labour_share.parts() == 0 || r.effort.parts() == 0 || r.hourly_cost.parts() == 0)
        estimate.remarks.push_back(
            core::warning("valeur_nulle", "la valeur trouvée s’arrondit à 0 ; vérifiez les autres valeurs"));
}

}  // namespace

Fraction hours_from_amount(Euros amount, Rate labour_share, Rate effort, Euros hourly_cost) {
    // Cents over cents: the money units cancel, and the two rates bring one denominator.
    const Fraction rates(core::int128{labour_share.parts()} * effort.parts(), core::int128{Rate::scale} * Rate::scale);
    return Fraction(amount.parts(), hourly_cost.parts()) * rates;
}

AmountResult calculate_amount(const AmountInput& in, const Reference& reference, core::Date on) {
    require_inputs(in);
    AmountResult r{in.amount.value_or(Euros()),
                   in.labour_share.value_or(Rate()),
                   in.effort.value_or(Rate()),
                   in.hourly_cost.value_or(Euros()),
                   unknown_of(in),
                   {}};
    std::vector<Step> steps;
    if (r.unknown != AmountUnknown::hours) steps.push_back(solve(in, r));
    if (r.hourly_cost.parts() == 0)
        throw Error(ErrorKind::invalid, "option --heures",
                    "ces heures donnent un coût horaire nul ; vérifiez le montant et les taux");
    const Fraction exact = hours_from_amount(r.amount, r.labour_share, r.effort, r.hourly_cost);
    steps.push_back(labour_step(r));
    const HourRounding rounding = r.unknown == AmountUnknown::hours ? in.rounding : HourRounding{};
    steps.push_back({"Heures d’insertion", product_of(r) + " = " + raw_hours(exact, rounding)});
    if (r.unknown == AmountUnknown::hours) {
        r.estimate = estimate(exact, in.rounding, std::move(steps), reference, on);
    } else {
        // The hours were asked for: they are the answer, whatever the solved input's own rounding gives back.
        r.estimate = estimate(Fraction(*in.hours), HourRounding{}, std::move(steps), reference, on);
        r.estimate.hours = *in.hours;
        r.estimate.raw = exact.to<Hours>(Rounding::nearest);
        r.estimate.raw_words = raw_hours(exact, HourRounding{});
        r.estimate.equivalents = equivalents(*in.hours, reference, on);
    }
    warn_impossible(r, r.estimate);
    return r;
}

EffortResult calculate_effort(const EffortInput& in, const Reference& reference, core::Date on) {
    if (in.total_hours) require_positive(*in.total_hours, "option --heures-totales");
    if (in.effort) require_rate(*in.effort, "option --taux");
    if (in.hours) require_positive(*in.hours, "option --heures");
    const int given = int{in.total_hours.has_value()} + int{in.effort.has_value()} + int{in.hours.has_value()};
    if (given != 2)
        throw Error(ErrorKind::invalid, "calcul effort",
                    "donnez deux valeurs parmi --heures-totales, --taux et --heures ; la troisième est calculée");
    EffortResult r;
    std::vector<Step> steps;
    if (!in.total_hours) {
        r.total_hours = (Fraction(*in.hours) / Fraction(*in.effort)).to<Hours>(Rounding::nearest);
        steps.push_back({"Heures totales recherchées", french::hours(*in.hours) + " ÷ " + french::percent(*in.effort) +
                                                           " = " + french::hours(r.total_hours)});
    } else {
        r.total_hours = *in.total_hours;
    }
    if (!in.effort) {
        r.effort = (Fraction(*in.hours) / Fraction(r.total_hours)).to<Rate>(Rounding::nearest);
        steps.push_back({"Taux d’effort recherché", french::hours(*in.hours) + " ÷ " + french::hours(r.total_hours) +
                                                        " = " + french::percent(r.effort)});
    } else {
        r.effort = *in.effort;
    }
    const Fraction exact = in.hours ? Fraction(*in.hours) : Fraction(r.total_hours) * Fraction(r.effort);
    if (!in.hours)
        steps.push_back({"Heures d’insertion", french::hours(r.total_hours) + " × " + french::percent(r.effort) +
                                                   " = " + raw_hours(exact, in.rounding)});
    r.estimate = estimate(exact, in.rounding, std::move(steps), reference, on);
    if (r.effort > Rate::whole(1))
        r.estimate.remarks.push_back(
            core::warning("taux_impossible", "le taux trouvé dépasse 100 % : demandez moins d’heures"));
    return r;
}

}  // namespace clausier::domain
