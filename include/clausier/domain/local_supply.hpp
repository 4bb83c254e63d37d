// The local-supply rule: what structures nearby could carry, for one family of structures (DOMAIN §7).
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "clausier/domain/calculation.hpp"

namespace clausier::domain {

enum class SupplyAdvice { whole_reservation, reserved_lot, execution_clause, none };
// "reservation_totale", "lot_reserve", "clause_execution", "aucune".
std::string_view supply_advice_name(SupplyAdvice advice);

struct SupplyResult {
    std::optional<std::int64_t> dependency;  // whole percent; none when no turnover is known
    SupplyAdvice advice = SupplyAdvice::none;
    std::vector<Step> steps;
};

// dependency = round(budget ÷ mean turnover × 100), and the advice by the references local_supply.*. It is never a
// reason against a clause (direct hiring needs no structure). Throws Error(invalid) on a negative input.
SupplyResult local_supply(std::int64_t structures, core::Euros budget, std::optional<core::Euros> mean_turnover,
                          const Reference& reference, core::Date on);

}  // namespace clausier::domain
