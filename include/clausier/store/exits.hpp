// What became of people after their placements.
#pragma once
#include <vector>

#include "clausier/domain/exit_follow_up.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class Exits {
public:
    explicit Exits(Transaction& tx) : tx_(tx) {}

    // Of a placement whose person Transaction::viewer() knows, by month.
    [[nodiscard]] std::vector<domain::Exit> of(domain::Id<domain::Placement> placement);
    // Adds when the id is empty, else replaces. Throws Error(conflict) when the point is known already, or when
    // somebody else has saved it since it was read.
    domain::Exit save(domain::Exit exit);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
