// What hires yield, and how it is shared over lots.
#include "clausier/domain/company.hpp"

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/split.hpp"

namespace clausier::domain {
namespace {

using core::Error;
using core::ErrorKind;
using core::Fraction;
using core::Hours;
using core::Rate;
using core::Rounding;
namespace french = core::french;

std::string place(std::string_view kind, std::size_t index, std::string_view option) {
    return std::string(kind) + " " + std::to_string(index + 1) + ", option --" + std::string(option);
}

void check(const Hire& hire, std::size_t index) {
    if (hire.people <= 0)
        throw Error(ErrorKind::invalid, place("embauche", index, "nombre"),
                    "il faut au moins une personne\u00a0; corrigez le nombre");
    if (hire.monthly) require_positive(*hire.monthly, place("embauche", index, "heures-mois"));
    if (hire.months <= Fraction(0))
        throw Error(ErrorKind::invalid, place("embauche", index, "mois"),
                    "la durée doit être plus grande que 0\u00a0; corrigez-la");
    if (!hire.counted) return;
    require_positive(*hire.counted, place("embauche", index, "part-comptee"));
    if (*hire.counted > Rate::whole(1))
        throw Error(ErrorKind::invalid, place("embauche", index, "part-comptee"),
                    "un pourcentage ne dépasse pas 100\u00a0; corrigez-le");
}

HireYield yield_of(const Hire& hire, const Cited<Hours>& month) {
    HireYield out{hire, hire.monthly.value_or(month.value), !hire.monthly, hire.counted.value_or(Rate::whole(1)), {}};
    out.hours = (Fraction(hire.people) * Fraction(out.monthly) * hire.months * Fraction(out.counted))
                    .to<Hours>(Rounding::nearest);
    return out;
}

Step step_of(const HireYield& yield) {
    const std::string people = yield.hire.people == 1 ? "" : french::number(yield.hire.people, 1) + " × ";
    const std::string share = yield.counted == Rate::whole(1) ? "" : " × " + french::percent(yield.counted);
    return {yield.hire.label, people + french::hours(yield.monthly) + " × " +
                                  french::number(yield.hire.months.rounded(100, Rounding::nearest), 100) + " mois" +
                                  share + " = " + french::hours(yield.hours)};
}

void share_out(const std::vector<OwedLot>& lots, CompanyPlan& plan) {
    std::vector<Fraction> weights;
    for (const OwedLot& lot : lots) weights.emplace_back(lot.owed);
    // Hundredths of an hour as steps: a lot's share is then never above what it owes.
    SplitResult shares = split(std::min(plan.yielded, plan.owed), weights, Hours::of(1));
    for (std::size_t i = 0; i < lots.size(); ++i)
        plan.lots.push_back({lots[i], shares.parts[i], lots[i].owed - shares.parts[i]});
}

}  // namespace

CompanyPlan plan_company(const std::vector<OwedLot>& lots, const std::vector<Hire>& hires, const Reference& reference,
                         core::Date on) {
    CompanyPlan plan;
    plan.month = reference.hours("time.month", on);
    for (std::size_t i = 0; i < lots.size(); ++i) {
        require_positive(lots[i].owed, place("lot", i, "heures"), true);
        plan.owed += lots[i].owed;
    }
    if (plan.owed == Hours())
        throw Error(ErrorKind::invalid, "option --heures",
                    "aucun lot n’a d’heures dues\u00a0; donnez celles d’un lot au moins");
    if (hires.empty())
        throw Error(ErrorKind::invalid, "option --embauche", "aucune embauche\u00a0; donnez-en une au moins");
    for (std::size_t i = 0; i < hires.size(); ++i) {
        check(hires[i], i);
        plan.hires.push_back(yield_of(hires[i], plan.month));
        plan.yielded += plan.hires.back().hours;
        plan.steps.push_back(step_of(plan.hires.back()));
    }
    share_out(lots, plan);
    plan.missing = std::max(Hours(), plan.owed - plan.yielded);
    plan.surplus = std::max(Hours(), plan.yielded - plan.owed);
    plan.steps.push_back({"Heures produites sur heures dues",
                          french::hours(plan.yielded) + " pour " + french::hours(plan.owed) +
                              (plan.missing.parts()   ? "\u00a0: il manque " + french::hours(plan.missing)
                               : plan.surplus.parts() ? "\u00a0: il y en a " + french::hours(plan.surplus) + " de plus"
                                                      : "\u00a0: le compte y est")});
    plan.steps.push_back({"Part de chaque lot", "à proportion de ses heures dues, au plus fort reste"});
    return plan;
}

}  // namespace clausier::domain
