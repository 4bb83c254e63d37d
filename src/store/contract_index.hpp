// The narrow rows that indicators count, kept true to lots, their markets, buyers, holders and clauses.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Called by MarketIndex alone, in the transaction of the change, after it.
class ContractIndex {
public:
    explicit ContractIndex(Transaction& tx) : tx_(tx) {}

    // The lots of the markets whose id is among those of a query of one column and of these parameters.
    template <class... Args>
    void refresh_among(std::string_view ids, const Args&... args) {
        for (const std::string& sql : removals(ids)) tx_.run(sql, args...);
        write(tx_.query(rows_of_markets(ids), args...));
    }
    // The lots of markets of a greater id than `last_market`, each of a greater id than `last_lot`; they have no row
    // yet.
    void add_after(std::int64_t last_market, std::int64_t last_lot);
    void rebuild();

private:
    static std::vector<std::string> removals(std::string_view ids);
    static std::string rows_of_markets(std::string_view ids);
    void write(Statement rows);
    Transaction& tx_;
};

}  // namespace clausier::store
