// Markets in a list, with what their lots sum to.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "clausier/domain/market.hpp"

namespace clausier::domain {

// What lots sum to. Lots without an amount, or without hours, are counted and never taken for zero.
struct LotTotals {
    std::int64_t lots = 0;
    core::Euros amount;
    std::int64_t lots_with_amount = 0;
    core::Hours hours;
    std::int64_t lots_with_hours = 0;
};

struct MarketLine {
    Market market;
    std::string buyer;  // name, else identifier
    LotTotals totals;
};

struct MarketPage {
    std::vector<MarketLine> lines;
    std::int64_t markets = 0;  // of the whole filtered set, as the totals
    LotTotals totals;
};

// One market with everything on it.
struct MarketSheet {
    Market market;
    Organisation buyer;
    std::vector<Lot> lots;
};

}  // namespace clausier::domain
