// A scope of contracts, read from the base and filtered.
#pragma once
#include "clausier/app/indicators.hpp"
#include "clausier/store/contracts.hpp"

namespace clausier::app {

// What the base can choose by an index.
store::ContractQuery query_of(const ContractScope& scope);

// What is asked of contracts: only what an IndicatorTally looks at (no market, buyer, date, sector, band…); all of
// each; or all of those that the viewer sees, in order. Figures are of all contracts, lists of those one may see.
enum class Wanted { sums, contracts, list };

// Every contract of the scope, whatever its exclusion, filtered by the values of dimensions too.
void each_contract(store::Transaction& tx, const ContractScope& scope, core::Date today, Wanted wanted,
                   const store::Contracts::Take& take);

// The code of an indicator as the list writes it, "" for "". Throws Error(not_found) when there is none.
std::string indicator_code(const std::string& indicator);

}  // namespace clausier::app
