// The statements by which a compared staging file goes into the database.
#pragma once
#include <cstdint>
#include <optional>

#include "clausier/store/transaction.hpp"
#include "deferred_indexes.hpp"

namespace clausier::store {

// Works on the tables of the staging and the temporary ones that Difference has filled. New rows get the ids that
// follow the last one given, in the order of the file.
class ImportWriter {
public:
    // When most lots will be new, the indices of what they fill are away until write_index().
    ImportWriter(Transaction& tx, std::int64_t import_id, std::int64_t new_lots);

    void write_organisations();
    void write_operations();
    void write_new_markets_and_lots();
    void write_changed_markets();
    void write_changed_lots();
    void write_rows_and_issues();
    void write_index();
    // The temporary tables go, the comparison having been used.
    void forget_comparison();

private:
    Transaction& tx_;
    std::int64_t import_;
    std::int64_t last_organisation_;
    std::int64_t last_market_;
    std::int64_t last_lot_;
    std::optional<DeferredIndexes> indexes_;
};

}  // namespace clausier::store
