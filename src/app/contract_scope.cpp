// Turns a scope into a query and what the query cannot say.
#include "contract_scope.hpp"

#include <algorithm>

#include "clausier/core/codes.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"

namespace clausier::app {
namespace {

using domain::Dimension;

bool matches(const domain::Contract& contract, const std::map<Dimension, std::string>& values) {
    return std::all_of(values.begin(), values.end(),
                       [&](const auto& one) { return domain::value_of(contract, one.first) == one.second; });
}

}  // namespace

store::ContractQuery query_of(const ContractScope& scope) {
    store::ContractQuery query;
    query.buyers = scope.buyers;
    query.first_year = scope.first_year;
    query.last_year = scope.last_year;
    const std::string place(core::trim(scope.place));
    if (domain::CodeLists::embedded().department(place))
        query.department = domain::CodeLists::embedded().department(place)->code;
    else
        query.place = place;
    if (const auto siret = core::Siret::parse(scope.company))
        query.siret = siret->text();
    else
        query.words = core::fold(scope.company);
    return query;
}

void each_contract(store::Transaction& tx, const ContractScope& scope, core::Date today, Wanted wanted,
                   const store::Contracts::Take& take) {
    store::ContractQuery query = query_of(scope);
    query.in_order = query.own = wanted == Wanted::list;
    query.sums = wanted == Wanted::sums && scope.values.empty();
    store::Contracts(tx).each(query, today,
                              [&](const domain::Contract& contract, const domain::ContractStandings& standings) {
                                  if (matches(contract, scope.values)) take(contract, standings);
                              });
}

std::string indicator_code(const std::string& indicator) {
    if (indicator.empty()) return "";
    if (const domain::IndicatorInfo* info = domain::indicator_info(indicator)) return info->code;
    throw core::Error(core::ErrorKind::not_found, "indicateur",
                      "«\u00a0" + indicator + "\u00a0» n’est pas un indicateur ; voyez la liste des indicateurs");
}

}  // namespace clausier::app
