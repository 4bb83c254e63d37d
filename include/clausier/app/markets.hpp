// Markets listed, opened, exported, and the insertion hours of their lots.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/lot_clauses.hpp"
#include "clausier/domain/lot_hours.hpp"
#include "clausier/domain/market_list.hpp"
#include "clausier/store/markets.hpp"

namespace clausier::app {

// Which markets, the buyer and the holder being named by SIRET or name (exactly one must match).
struct MarketQuery {
    std::string buyer{};
    store::MarketFilter filter{};
    std::string holder{};
};

// Throw Error(not_found) when the buyer or the holder is unknown.
domain::MarketPage list_markets(store::Database& base, const MarketQuery& query);
domain::MarketFacets market_facets(store::Database& base, const MarketQuery& query);

// A market by its id, or by its reference; `buyer` chooses between buyers who use the same one. Throws Error(not_found)
// when there is none, Error(conflict) naming the buyers when there are several.
domain::MarketSheet find_market(store::Database& base, const std::string& id_or_reference, const std::string& buyer);

// The market of an id, whatever the references of others. Throws Error(not_found) when there is none.
domain::MarketSheet market_sheet(store::Database& base, domain::Id<domain::Market> id);

// The buyer of that SIRET or name, or of part of a name when it is the only one. Throws Error(not_found) with near
// ones.
domain::Organisation find_buyer(store::Database& base, const std::string& text);

// Two names turn out to be one buyer: the markets and dossiers of `from` go to `into`, and files that still name `from`
// mean `into`. Throws Error(not_found) when one is unknown, Error(conflict) when they are one already or both have a
// market of the same reference, each named. Gives the buyer that is left.
domain::Organisation merge_buyers(Session session, store::Database& base, const std::string& from,
                                  const std::string& into);

// Every market of the query with its lots, whatever the query's page.
std::vector<domain::MarketSheet> market_sheets(store::Database& base, const MarketQuery& query);

// The same one at a time, in the order of the query and within the memory of a few: each with the detailed clauses of
// its lots, what is calculated for them left aside. Stops when `each` throws.
using ClausesByLot = std::map<domain::Id<domain::Lot>, std::vector<domain::LotClause>>;
void each_market_sheet(store::Database& base, const MarketQuery& query,
                       const std::function<void(const domain::MarketSheet&, const ClausesByLot&)>& each);

// The hours of every lot of the query. With `save`, each calculation is stored with its steps and the digest of the
// reference it stood on.
domain::TenderHours market_hours(Session session, store::Database& base, const MarketQuery& query,
                                 const domain::LotHypotheses& hypotheses, bool save);

// The same for the lots of one market, in the order of its sheet.
domain::TenderHours hours_of_market(Session session, store::Database& base, domain::Id<domain::Market> id,
                                    const domain::LotHypotheses& hypotheses, bool save);

}  // namespace clausier::app
