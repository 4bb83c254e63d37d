// The narrow rows that lists, searches and counts read, kept true to markets and lots.
#pragma once
#include <string>
#include <string_view>

#include "clausier/domain/market.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// The sum of a column of integers over a group, the greatest integer when the sum is greater: SQLite's own sum() fails.
std::string capped_sum(std::string_view column);

// Where an import began: what has a greater id is new.
struct ImportStart {
    std::int64_t import_id = 0;
    std::int64_t last_market = 0;
    std::int64_t last_lot = 0;
};

// Each is called in the transaction of the change, after it, and keeps the contracts of those markets true as well.
class MarketIndex {
public:
    explicit MarketIndex(Transaction& tx) : tx_(tx) {}

    void refresh(domain::Id<domain::Market> market);
    // The markets that it buys or holds lots of.
    void refresh_of(domain::Id<domain::Organisation> organisation);
    // What the import in hand has written: first what is new, then what Difference found changed.
    void add_imported(const ImportStart& start);
    void refresh_imported(const ImportStart& start);
    void rebuild();

private:
    // The markets whose id is among those of a query of one column and of these parameters.
    template <class... Args>
    void refresh_among(std::string_view ids, const Args&... args);
    // Writes the rows of the markets that a condition on m lets through; they have none yet.
    template <class... Args>
    void fill(std::string_view condition, const Args&... args);
    Transaction& tx_;
};

}  // namespace clausier::store
