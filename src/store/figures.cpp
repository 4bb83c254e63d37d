// Counts of the main tables.
#include "clausier/store/figures.hpp"

namespace clausier::store {

Figures figures(Transaction& tx) {
    Figures out;
    out.markets = tx.value<std::int64_t>("SELECT count(*) FROM markets");
    out.lots = tx.value<std::int64_t>("SELECT count(*) FROM lots");
    out.imports_applied = tx.value<std::int64_t>("SELECT count(*) FROM imports WHERE state = 'applied'");
    out.imports_undone = tx.value<std::int64_t>("SELECT count(*) FROM imports WHERE state = 'undone'");
    out.journal_rows = tx.value<std::int64_t>("SELECT count(*) FROM journal");
    out.bytes = tx.value<std::int64_t>("PRAGMA page_count") * tx.value<std::int64_t>("PRAGMA page_size");
    return out;
}

}  // namespace clausier::store
