// A scope of contracts, read from the base and filtered.
#pragma once
#include "clausier/app/indicators.hpp"
#include "clausier/store/contracts.hpp"

namespace clausier::app {

// What the base can choose by an index.
store::ContractQuery query_of(const ContractScope& scope);

// Every contract of the scope, whatever its exclusion, filtered by the values of dimensions too.
void each_contract(store::Transaction& tx, const ContractScope& scope, core::Date today, bool in_order,
                   const store::Contracts::Take& take);

// The code of an indicator as the list writes it, "" for "". Throws Error(not_found) when there is none.
std::string indicator_code(const std::string& indicator);

}  // namespace clausier::app
