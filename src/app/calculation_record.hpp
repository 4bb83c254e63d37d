// How the calculation of a lot is kept.
#pragma once
#include "clausier/app/app.hpp"
#include "clausier/domain/lot_hours.hpp"
#include "clausier/domain/market.hpp"

namespace clausier::app {

// Keeps a calculation that gave hours, with its steps; `digest` is that of the reference it stood on.
void save_calculation(store::Transaction& tx, const Session& session, domain::Id<domain::Lot> lot,
                      const domain::LotHours& hours, const std::string& digest);

}  // namespace clausier::app
