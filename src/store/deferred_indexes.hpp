// The indices of a table, taken away while very many rows come and made again by one sort.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/store/transaction.hpp"

namespace clausier::store {

// As long as it lives, a connection keeps more pages in memory: in the index of a unique key, each owner has a page of
// its own in use, and pages that do not fit are written and read again.
class RoomForMany {
public:
    explicit RoomForMany(Transaction& tx);
    ~RoomForMany();
    RoomForMany(const RoomForMany&) = delete;
    RoomForMany& operator=(const RoomForMany&) = delete;

private:
    Transaction& tx_;
    std::int64_t usual_;
};

// Indices that keep rows unique stay. Without restore() the transaction must be rolled back.
class DeferredIndexes {
public:
    DeferredIndexes(Transaction& tx, std::span<const std::string_view> tables);
    void restore();

private:
    Transaction& tx_;
    std::optional<RoomForMany> room_;
    std::vector<std::string> definitions_;
};

}  // namespace clausier::store
