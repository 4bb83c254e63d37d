// How much the database holds: what watches a server wants to know.
#pragma once
#include <cstdint>

#include "clausier/store/transaction.hpp"

namespace clausier::store {

struct Figures {
    std::int64_t markets = 0;
    std::int64_t lots = 0;
    std::int64_t imports_applied = 0;
    std::int64_t imports_undone = 0;
    std::int64_t journal_rows = 0;
    std::int64_t bytes = 0;  // of the database file, its log apart
};

Figures figures(Transaction& tx);

}  // namespace clausier::store
