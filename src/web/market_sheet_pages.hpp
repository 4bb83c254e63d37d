// The routes of one market and of one lot.
#pragma once
#include <vector>

#include "route.hpp"

namespace clausier::web {

std::vector<Route> market_sheet_routes();
std::vector<Route> lot_routes();

}  // namespace clausier::web
