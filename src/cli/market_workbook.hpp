// Workbooks of lots: their figures, or their hours with living formulas.
#pragma once
#include <string>
#include <vector>

#include "clausier/domain/lot_hours.hpp"
#include "clausier/domain/market_list.hpp"

namespace clausier::cli {

// One row a lot, typed cells. Throws Error(unavailable).
void write_lots(const std::string& file, const std::vector<domain::MarketSheet>& sheets);

// One row a lot: market, lot, title, then the columns of hours and a total.
void write_hours(const std::string& file, const domain::TenderHours& tender);

}  // namespace clausier::cli
