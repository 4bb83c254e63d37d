// The indices of a table, taken away while very many rows come and made again by one sort.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Indices that keep rows unique stay. Without restore() the transaction must be rolled back.
class DeferredIndexes {
public:
    DeferredIndexes(Transaction& tx, std::span<const std::string_view> tables);
    void restore();

private:
    Transaction& tx_;
    std::vector<std::string> definitions_;
};

}  // namespace clausier::store
