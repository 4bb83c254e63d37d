// The local-supply rule.
#include "clausier/domain/local_supply.hpp"

#include "clausier/core/french.hpp"

namespace clausier::domain {
namespace {

using core::Error;
using core::ErrorKind;
using core::Euros;
using core::Fraction;
namespace french = core::french;

SupplyAdvice advise(std::int64_t structures, std::optional<std::int64_t> dependency, const Reference& reference,
                    core::Date on) {
    const std::int64_t many = reference.count("local_supply.large_count", on).value;
    const std::int64_t some = reference.count("local_supply.lot_count", on).value;
    const std::int64_t few = reference.count("local_supply.clause_count", on).value;
    const Fraction bearable = Fraction(reference.rate("local_supply.max_dependency", on).value) * Fraction(100);
    if (structures > many && dependency && Fraction(*dependency) < bearable) return SupplyAdvice::whole_reservation;
    if (structures > some) return SupplyAdvice::reserved_lot;
    return structures > few ? SupplyAdvice::execution_clause : SupplyAdvice::none;
}

std::string_view sentence(SupplyAdvice advice) {
    switch (advice) {
        case SupplyAdvice::whole_reservation:
            return "le marché entier peut être réservé, à des structures nommées et disponibles";
        case SupplyAdvice::reserved_lot:
            return "un lot peut être réservé, à des structures nommées et disponibles";
        case SupplyAdvice::execution_clause:
            return "une clause d’exécution convient";
        case SupplyAdvice::none:
            break;
    }
    return "l’indice ne conseille rien ; l’embauche directe reste possible";
}

}  // namespace

std::string_view supply_advice_name(SupplyAdvice advice) {
    switch (advice) {
        case SupplyAdvice::whole_reservation:
            return "reservation_totale";
        case SupplyAdvice::reserved_lot:
            return "lot_reserve";
        case SupplyAdvice::execution_clause:
            return "clause_execution";
        case SupplyAdvice::none:
            break;
    }
    return "aucune";
}

SupplyResult local_supply(std::int64_t structures, Euros budget, std::optional<Euros> mean_turnover,
                          const Reference& reference, core::Date on) {
    if (structures < 0)
        throw Error(ErrorKind::invalid, "option --structures", "la valeur ne peut pas être négative ; corrigez-la");
    require_positive(budget, "option --budget", true);
    if (mean_turnover) require_positive(*mean_turnover, "option --ca-moyen", true);
    SupplyResult r;
    if (mean_turnover && mean_turnover->parts() > 0) {
        r.dependency = (Fraction(budget) / Fraction(*mean_turnover)).rounded(100, core::Rounding::nearest);
        r.steps.push_back({"Dépendance", french::euros(budget) + " ÷ " + french::euros(*mean_turnover) + " → " +
                                             french::number(*r.dependency, 1) + "\u00a0%"});
    } else {
        r.steps.push_back({"Dépendance", "inconnue : aucun chiffre d’affaires moyen"});
    }
    r.advice = advise(structures, r.dependency, reference, on);
    r.steps.push_back(
        {"Indice du Marché de l’inclusion",
         french::count(static_cast<std::uint64_t>(structures), "structure") + " : " + std::string(sentence(r.advice))});
    return r;
}

}  // namespace clausier::domain
