// The detailed clauses of lots.
#pragma once
#include <map>
#include <vector>

#include "clausier/domain/lot_clauses.hpp"
#include "clausier/domain/market.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class LotClauses {
public:
    explicit LotClauses(Transaction& tx) : tx_(tx) {}

    // In the order of the list of kinds.
    [[nodiscard]] std::vector<domain::LotClause> of(domain::Id<domain::Lot> lot);
    // Of the lots of a market that have some.
    [[nodiscard]] std::map<domain::Id<domain::Lot>, std::vector<domain::LotClause>> of_market(
        domain::Id<domain::Market> market);
    // The lots that have a clause of that kind.
    [[nodiscard]] std::vector<domain::Id<domain::Lot>> lots_with(const std::string& kind);
    // Replaces them. Whoever calls writes the lot or refreshes MarketIndex after, so that indicators count them.
    void set(domain::Id<domain::Lot> lot, const std::vector<domain::LotClause>& clauses);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
