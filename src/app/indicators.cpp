// Reads contracts of a scope once, in one reading transaction, into figures.
#include "clausier/app/indicators.hpp"

#include <algorithm>

#include "clausier/store/purchases.hpp"
#include "clausier/store/registers.hpp"
#include "contract_scope.hpp"

namespace clausier::app {
namespace {

using domain::Contract;
using domain::ContractStandings;
using domain::Dimension;
using domain::IndicatorOptions;
using domain::IndicatorTally;

// Nothing can be said of inclusive purchases while the directory is empty.
void tell_empty_directory(std::vector<domain::IndicatorValue>& values) {
    for (domain::IndicatorValue& value : values)
        if (value.code == "S6" || value.code == "S7" || value.code == "S8" || value.code == "O3" || value.code == "O4")
            value.unavailable = "l’annuaire des structures est vide ; importez une liste de structures";
}

// E4, which contracts do not tell: what the buyers declared for the years of the scope.
void fill_reuse(store::Transaction& tx, IndicatorSheet& sheet) {
    const ContractScope& scope = sheet.scope;
    std::vector<domain::ReuseDeclaration> found;
    for (domain::ReuseDeclaration& one : store::Registers(tx).declarations(std::nullopt)) {
        const bool ours = scope.buyers.empty() ||
                          std::find(scope.buyers.begin(), scope.buyers.end(), one.buyer) != scope.buyers.end();
        if (ours && scope.first_year.value_or(one.year) <= one.year && one.year <= scope.last_year.value_or(one.year))
            found.push_back(std::move(one));
    }
    for (domain::IndicatorValue& value : sheet.values)
        if (value.code == "E4") domain::fill_reuse(value, found);
}

IndicatorSheet sheet_of(store::Transaction& tx, const IndicatorTally& tally, const ContractScope& scope,
                        const IndicatorOptions& options, core::Date on) {
    IndicatorSheet sheet{scope, options, on, tally.values(), tally.excluded(), tally.all(), tally.aberrant(), {}, {}};
    store::Contracts contracts(tx);
    if (!contracts.has_structures()) tell_empty_directory(sheet.values);
    const bool whole = scope.values.empty() && scope.place.empty() && scope.company.empty();
    if (!whole) return sheet;
    if (scope.first_year && scope.last_year)
        sheet.mandated = store::Purchases(tx).spent(scope.buyers, *scope.first_year, *scope.last_year);
    if (sheet.mandated) sheet.coverage = domain::rate_of(sheet.all.amount.parts(), sheet.mandated->amount.parts());
    fill_reuse(tx, sheet);
    return sheet;
}

// The scope of one value of a dimension, whose own figures keep what is known by year: spending.
ContractScope narrowed(ContractScope scope, Dimension by, const std::string& value) {
    if (by == Dimension::year && !value.empty()) {
        scope.first_year = scope.last_year = std::stoi(value);
        return scope;
    }
    if (by == Dimension::buyer) {
        scope.buyers = {{std::stoll(value)}};
        return scope;
    }
    scope.values[by] = value;
    return scope;
}

}  // namespace

IndicatorSheet indicators(const Session& session, store::Database& base, const ContractScope& scope,
                          const IndicatorOptions& options) {
    const core::Date today = session.clock.today();
    store::Transaction tx = base.read();
    IndicatorTally tally(options);
    each_contract(tx, scope, today, Wanted::sums, [&](const Contract& contract, const ContractStandings& standings) {
        tally.add(contract, standings);
    });
    return sheet_of(tx, tally, scope, options, today);
}

std::vector<std::pair<std::string, IndicatorSheet>> indicators_by(const Session& session, store::Database& base,
                                                                  const ContractScope& scope,
                                                                  const IndicatorOptions& options, Dimension by) {
    const core::Date today = session.clock.today();
    store::Transaction tx = base.read();
    std::map<std::string, IndicatorTally> tallies;
    each_contract(
        tx, scope, today, Wanted::contracts, [&](const Contract& contract, const ContractStandings& standings) {
            tallies.try_emplace(domain::value_of(contract, by), options).first->second.add(contract, standings);
        });
    std::vector<std::pair<std::string, IndicatorSheet>> out;
    for (const auto& [value, tally] : tallies)
        out.emplace_back(value, sheet_of(tx, tally, narrowed(scope, by, value), options, today));
    if (by != Dimension::year)
        std::stable_sort(out.begin(), out.end(),
                         [](const auto& a, const auto& b) { return a.second.all.contracts > b.second.all.contracts; });
    return out;
}

std::vector<NationalCell> national_table(store::Database& base) {
    store::Transaction tx = base.read();
    std::vector<NationalCell> out;
    for (const store::NationalRow& row : store::Contracts(tx).national())
        out.push_back({row.year, row.sector, row.social, row.counted});
    return out;
}

}  // namespace clausier::app
