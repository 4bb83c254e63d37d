// Amounts and hours of markets and lots as lists show them.
#pragma once
#include <string>

#include "clausier/domain/market_list.hpp"

namespace clausier::present {

// « 120 000 € », « 5 000 € (estimé) », « 120 000 € + 5 000 € (estimé) » or "". A sum that is exceeded is « plus de … ».
std::string amount_text(const domain::LotTotals& totals);
std::string amount_text(const domain::Lot& lot);
// « 35 h », « 199 h (calcul) », « 35 h + 199 h (calcul) » or "".
std::string hours_text(const domain::LotTotals& totals);
std::string hours_text(const domain::MarketSheet& sheet, const domain::Lot& lot);

}  // namespace clausier::present
