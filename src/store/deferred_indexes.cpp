// Keeps the statements that made the indices.
#include "deferred_indexes.hpp"

#include <fmt/format.h>

#include <exception>

namespace clausier::store {

RoomForMany::RoomForMany(Transaction& tx) : tx_(tx), usual_(tx.value<std::int64_t>("PRAGMA main.cache_size")) {
    tx_.script("PRAGMA main.cache_size = -49152");
}

RoomForMany::~RoomForMany() {
    try {
        tx_.script(fmt::format("PRAGMA main.cache_size = {}; PRAGMA shrink_memory", usual_));
    } catch (const std::exception&) {
        // It only costs memory.
    }
}

DeferredIndexes::DeferredIndexes(Transaction& tx, std::span<const std::string_view> tables) : tx_(tx) {
    room_.emplace(tx);
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
    // Sorting takes as much memory again.
    room_.reset();
    for (const std::string& definition : definitions_) tx_.script(definition);
    definitions_.clear();
}

}  // namespace clausier::store
