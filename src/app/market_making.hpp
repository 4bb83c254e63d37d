// A market made of a draft, in the transaction of whoever makes it.
#pragma once
#include "clausier/app/app.hpp"
#include "clausier/domain/market_draft.hpp"
#include "clausier/domain/market_list.hpp"

namespace clausier::app {

// The market, its lots, and its buyer where it is new; no calculation is kept and the journal is left to the caller.
// Throws Error(invalid) with every fault of domain::faults(), Error(conflict) on the field "marche" when the buyer has
// a market of that reference already.
domain::MarketSheet make_market(store::Transaction& tx, const Session& session, domain::MarketDraft draft);

// `derived`: the reference is ours.
[[noreturn]] void refuse_reference(bool derived);

}  // namespace clausier::app
