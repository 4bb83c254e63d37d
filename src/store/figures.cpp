// Counts of the main tables.
#include "clausier/store/figures.hpp"

#include "clausier/store/visibility.hpp"

namespace clausier::store {

Figures figures(Transaction& tx) {
    Figures out;
    out.markets = tx.value<std::int64_t>("SELECT count(*) FROM markets m" + only(visible_markets(tx.viewer(), "m.id")));
    out.lots = tx.value<std::int64_t>("SELECT count(*) FROM lots l" + only(visible_lots(tx.viewer(), "l.id")));
    out.imports_applied = tx.value<std::int64_t>("SELECT count(*) FROM imports i WHERE i.state = 'applied'" +
                                                 also(visible_actors(tx.viewer(), "i.actor")));
    out.imports_undone = tx.value<std::int64_t>("SELECT count(*) FROM imports i WHERE i.state = 'undone'" +
                                                also(visible_actors(tx.viewer(), "i.actor")));
    out.journal_rows = tx.value<std::int64_t>("SELECT count(*) FROM journal");
    out.bytes = tx.value<std::int64_t>("PRAGMA page_count") * tx.value<std::int64_t>("PRAGMA page_size");
    return out;
}

}  // namespace clausier::store
