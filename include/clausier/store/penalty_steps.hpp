// The steps of penalties, in the order of writing.
#pragma once
#include <vector>

#include "clausier/domain/penalty.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class PenaltySteps {
public:
    explicit PenaltySteps(Transaction& tx) : tx_(tx) {}

    // Of a lot that Transaction::viewer() sees, every holder's.
    [[nodiscard]] std::vector<domain::PenaltyStep> of(domain::Id<domain::Lot> lot);
    domain::PenaltyStep add(domain::PenaltyStep step);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
