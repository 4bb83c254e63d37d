// Keeps the statements that made the indices.
#include "deferred_indexes.hpp"

#include <fmt/format.h>

namespace clausier::store {

DeferredIndexes::DeferredIndexes(Transaction& tx, std::span<const std::string_view> tables) : tx_(tx) {
    std::vector<std::string> names;
    for (const std::string_view table : tables) {
        auto rows = tx_.query(R"(
SELECT name, sql FROM main.sqlite_schema
WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL AND sql NOT LIKE 'CREATE UNIQUE %')",
                              table);
        while (rows.step()) {
            names.push_back(rows.text(0));
            definitions_.push_back(rows.text(1));
        }
    }
    for (const std::string& name : names) tx_.script(fmt::format("DROP INDEX main.{}", name));
}

void DeferredIndexes::restore() {
    for (const std::string& definition : definitions_) tx_.script(definition);
    definitions_.clear();
}

}  // namespace clausier::store
