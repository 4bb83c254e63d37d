// Operations: the projects that group several markets.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/market.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class Operations {
public:
    explicit Operations(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<domain::Operation> find(domain::Id<domain::Operation> id);
    // By name.
    [[nodiscard]] std::vector<domain::Operation> list();
    // Adds it when its id is empty, else replaces it; gives it back with its id and revision. Throws Error(conflict)
    // when another has the same name and convention, or when it was saved by somebody else since it was read.
    domain::Operation save(domain::Operation operation);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
