// What the use cases of execution begin and end with.
#pragma once
#include <string>
#include <string_view>

#include "clausier/app/executions.hpp"
#include "clausier/domain/placement.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::app {

// Throw Error(not_found) when the transaction's viewer sees no such row.
domain::LotSheet require_lot_sheet(store::Transaction& tx, LotId lot);
domain::Commitment require_commitment(store::Transaction& tx, domain::Id<domain::Commitment> id);
domain::Placement require_placement(store::Transaction& tx, domain::Id<domain::Placement> id);

// The day from which a lot counts: its own notification, else its market's.
std::optional<core::Date> notified_on(const domain::LotSheet& sheet);

// Everything that is known of a lot, whoever is in it: `whole` reads without viewer.
domain::LotFacts lot_facts(store::Transaction& whole, const domain::LotSheet& sheet);

void tell(store::Transaction& tx, const Session& session, std::string_view action, std::string_view kind,
          std::int64_t id, std::string detail);

}  // namespace clausier::app
