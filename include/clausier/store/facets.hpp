// How many markets of a filtered set there are of each kind.
#pragma once
#include "clausier/store/markets.hpp"

namespace clausier::store {

class Facets {
public:
    explicit Facets(Transaction& tx) : tx_(tx) {}

    // The page and the order of the filter do not matter. Throws as Markets::list().
    [[nodiscard]] domain::MarketFacets count(const MarketFilter& filter);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
