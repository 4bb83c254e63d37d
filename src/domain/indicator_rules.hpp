// What each indicator of contracts counts, as a table of rules.
#pragma once
#include <string_view>

#include "clausier/domain/indicator.hpp"

namespace clausier::domain {

using StandingTest = bool (*)(const Standing& standing, const IndicatorOptions& options);

// `counts`: of the contract alone; nullptr when `supplier` says which suppliers make it count. `official`: by the
// published definition, whatever the options: initial amounts, whole, of holders.
struct IndicatorRule {
    std::string_view code;
    bool (*counts)(const Contract& contract);
    bool (*filled)(const Contract& contract);
    StandingTest supplier = nullptr;
    bool official = false;
};

// nullptr when the indicator is not one of contracts.
const IndicatorRule* indicator_rule(std::string_view code);

bool counts(const IndicatorRule& rule, const Contract& contract, const ContractStandings& standings,
            const IndicatorOptions& options);
// Of a contract that counts.
std::optional<core::Euros> amount_of(const IndicatorRule& rule, const Contract& contract,
                                     const ContractStandings& standings, const IndicatorOptions& options);
// What a contract is worth in a denominator.
const std::optional<core::Euros>& amount_of(const Contract& contract, const IndicatorOptions& options);
// Whether this supplier, the nth of holders then subcontractors, makes the contract count.
bool supplier_counts(const IndicatorRule& rule, const ContractStandings& standings, std::size_t nth,
                     const IndicatorOptions& options);

}  // namespace clausier::domain
