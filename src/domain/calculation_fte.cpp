// F7 and F8.
#include "clausier/domain/calculation_fte.hpp"

#include <algorithm>

#include "clausier/core/french.hpp"

namespace clausier::domain {
namespace {

using core::Error;
using core::ErrorKind;
using core::Euros;
using core::Fraction;
using core::Hours;
using core::Rounding;
namespace french = core::french;

}  // namespace

FteResult calculate_fte(const FteInput& in) {
    if (in.hours) require_positive(*in.hours, "option --heures", true);
    if (in.reference) require_positive(*in.reference, "option --reference");
    if (in.fte && *in.fte <= Fraction(0))
        throw Error(ErrorKind::invalid, "option --etp", "la valeur doit être plus grande que 0 ; corrigez-la");
    if (int{in.hours.has_value()} + int{in.reference.has_value()} + int{in.fte.has_value()} != 2)
        throw Error(ErrorKind::invalid, "calcul etp",
                    "donnez deux valeurs parmi --heures, --reference et --etp ; la troisième est calculée");
    const Fraction yearly(in.monthly ? 12 : 1);
    FteResult r;
    if (in.hours && in.reference) {
        r.hours = *in.hours;
        r.reference = *in.reference;
    } else if (in.reference) {
        r.reference = *in.reference;
        r.hours = (*in.fte * Fraction(r.reference) / yearly).to<Hours>(Rounding::nearest);
    } else {
        r.hours = *in.hours;
        r.reference = (Fraction(r.hours) * yearly / *in.fte).to<Hours>(Rounding::nearest);
        require_positive(r.reference, "option --reference");
    }
    r.fte_centi = (Fraction(r.hours) * yearly / Fraction(r.reference)).rounded(100, Rounding::nearest);
    r.steps.push_back({"Équivalents temps plein", french::hours(r.hours) + (in.monthly ? " × 12" : "") + " ÷ " +
                                                      french::hours(r.reference) + " = " +
                                                      french::number(r.fte_centi, 100) + " ETP-années"});
    return r;
}

PenaltyResult calculate_penalty(const PenaltyInput& in) {
    require_positive(in.due, "option --dues", true);
    require_positive(in.validated, "option --validees", true);
    require_positive(in.per_hour, "option --par-heure", true);
    require_positive(in.per_day, "option --par-jour", true);
    if (in.days_late < 0)
        throw Error(ErrorKind::invalid, "option --jours-retard", "la valeur ne peut pas être négative ; corrigez-la");
    PenaltyResult r;
    r.missing = std::max(Hours(), in.due - in.validated);
    const Euros hours_part = (Fraction(r.missing) * Fraction(in.per_hour)).to<Euros>(Rounding::nearest);
    const Euros days_part = (Fraction(in.days_late) * Fraction(in.per_day)).to<Euros>(Rounding::nearest);
    r.penalty = hours_part + days_part;
    r.steps.push_back({"Heures manquantes",
                       french::hours(in.due) + " − " + french::hours(in.validated) + " → " + french::hours(r.missing)});
    r.steps.push_back({"Pour les heures", french::hours(r.missing) + " × " + french::euros(in.per_hour) + " = " +
                                              french::euros(hours_part)});
    if (in.days_late > 0)
        r.steps.push_back({"Pour le retard", french::count(static_cast<std::uint64_t>(in.days_late), "jour") + " × " +
                                                 french::euros(in.per_day) + " = " + french::euros(days_part)});
    r.steps.push_back(
        {"Pénalité simulée",
         french::euros(r.penalty) + " : l’acheteur seul décide de l’appliquer, de la réduire ou d’y renoncer"});
    return r;
}

}  // namespace clausier::domain
