// Markets and lots made and changed by hand.
#pragma once
#include "clausier/app/app.hpp"
#include "clausier/domain/market_draft.hpp"
#include "clausier/domain/market_list.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::app {

// Makes the market with its lots, its buyer where it is new, and keeps the calculation of each lot that has hours by
// the reference values in force: all or nothing, with a row of the journal. Throws Error(invalid) with every fault of
// domain::faults(), Error(conflict) naming the field "marche" when the buyer has a market of that reference already.
domain::MarketSheet create_market(Session session, store::Database& base, domain::MarketDraft draft,
                                  const domain::Reference& reference);

// Each replaces the values of a market or lot that was read at `revision` and changed by hand; the id names it, what is
// not edited comes along as it was read. Throw Error(invalid) with the faults, Error(not_found), or Error(conflict): an
// Issue with both values for each field, when somebody else has written since; naming the field "marche" or "lot" when
// another market or lot is called so. Nothing is written, nor told, when nothing has changed.
domain::Market update_market(Session session, store::Database& base, const domain::Market& edited);
// `clauses`, when given, replace the detailed clauses of the lot; its considerations are then their summary, unless
// there are none.
domain::Lot update_lot(Session session, store::Database& base, const domain::Lot& edited,
                       const std::optional<std::vector<domain::LotClause>>& clauses = {});

// The official words that stand for a market of insertion and qualification in the summaries to come, and their choice.
// Throws Error(invalid) in the field "marche_insertion" when they are none of domain::insertion_services_words().
std::string insertion_services_words(store::Database& base);
void require_insertion_services_words(const std::string& words);
void set_insertion_services_words(Session session, store::Database& base, const std::string& words);

}  // namespace clausier::app
