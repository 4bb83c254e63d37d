// How detailed clauses are summed up here: the setting of this installation.
#pragma once
#include <string_view>

#include "clausier/domain/lot_clauses.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::app {

// For a market of that nature.
domain::SummaryRules summary_rules(store::Transaction& tx, std::string_view nature);

}  // namespace clausier::app
