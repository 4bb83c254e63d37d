// The plan of a company, for programs and for readers.
#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/present/calculation_views.hpp"
#include "clausier/present/calculations.hpp"
#include "clausier/present/chart.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;
using core::decimal;
using core::percent;

json::object lot_json(const domain::LotCoverage& lot) {
    return {{"intitule", lot.lot.title},
            {"heures_dues", decimal(lot.lot.owed)},
            {"heures_couvertes", decimal(lot.covered)},
            {"heures_manquantes", decimal(lot.missing)}};
}

json::object hire_json(const domain::HireYield& yield) {
    return {{"intitule", yield.hire.label},
            {"nombre", yield.hire.people},
            {"heures_mois", decimal(yield.monthly)},
            {"mois", decimal(yield.hire.months.rounded(100, core::Rounding::nearest), 100)},
            {"part_comptee", percent(yield.counted)},
            {"heures", decimal(yield.hours)}};
}

std::string announced(const domain::CompanyPlan& plan) {
    std::string out = " produites par " + french::count(plan.hires.size(), "ligne d’embauche", "lignes d’embauche") +
                      " pour " + french::hours(plan.owed) + " dues";
    if (plan.missing.parts()) return out + "\u00a0: il manque " + french::hours(plan.missing) + ".";
    if (plan.surplus.parts())
        return out + "\u00a0: " + french::hours(plan.surplus) +
               " de plus, qui ne se reportent ailleurs qu’avec un accord écrit.";
    return out + "\u00a0: le compte y est.";
}

}  // namespace

Answer answer(const domain::CompanyPlan& plan) {
    Answer out;
    out.title = "Ce que produisent vos embauches, lot par lot";
    out.rows = "lots";
    out.table.columns = {"Lot", "Heures dues", "Heures couvertes", "Heures manquantes"};
    out.numeric = {false, true, true, true};
    json::array lots;
    for (const domain::LotCoverage& lot : plan.lots) {
        lots.push_back(lot_json(lot));
        out.table.rows.push_back(
            {lot.lot.title, french::hours(lot.lot.owed), french::hours(lot.covered), french::hours(lot.missing)});
    }
    json::array hires;
    for (const domain::HireYield& yield : plan.hires) hires.push_back(hire_json(yield));
    for (const domain::Step& step : plan.steps) out.lines.push_back(step.sentence());
    out.document = json::object{{"lots", std::move(lots)},
                                {"embauches", std::move(hires)},
                                {"heures_dues", decimal(plan.owed)},
                                {"heures_produites", decimal(plan.yielded)},
                                {"heures_manquantes", decimal(plan.missing)},
                                {"heures_en_plus", decimal(plan.surplus)},
                                {"etapes", steps_json(plan.steps)}};
    return out;
}

json::object company_view(const domain::CompanyPlan& plan) {
    json::array lots;
    for (const domain::LotCoverage& lot : plan.lots)
        lots.push_back({{"intitule", lot.lot.title},
                        {"dues", french::hours(lot.lot.owed)},
                        {"couvertes", french::hours(lot.covered)},
                        {"manquantes", french::hours(lot.missing)},
                        {"couverture", gauge(lot.covered.parts(), lot.lot.owed.parts(), kInHours, false)}});
    json::array steps = steps_json(plan.steps);
    return {
        {"annonce", json::object{{"avant", ""}, {"chiffre", french::hours(plan.yielded)}, {"suite", announced(plan)}}},
        {"lots", std::move(lots)},
        {"total", json::object{{"dues", french::hours(plan.owed)},
                               {"couvertes", french::hours(plan.owed - plan.missing)},
                               {"manquantes", french::hours(plan.missing)}}},
        {"etapes", std::move(steps)}};
}

}  // namespace clausier::present
