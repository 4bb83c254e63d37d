// Calculations kept: with their inputs, their steps and the reference they stood on, so that an old figure explains
// itself.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "clausier/domain/stored_calculation.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

using Calculation = domain::StoredCalculation;

class Calculations {
public:
    explicit Calculations(Transaction& tx) : tx_(tx) {}

    // Adds it, noting the state of its lot; a calculation is never changed. Gives it back with its id. Throws
    // Error(not_found) when its lot does not exist.
    Calculation add(Calculation calculation);
    [[nodiscard]] std::optional<Calculation> find(domain::Id<Calculation> id);
    // Those of a lot, the newest first.
    [[nodiscard]] std::vector<Calculation> of_lot(domain::Id<domain::Lot> lot);
    // The hours of the latest of each lot of the market that has no hours due.
    [[nodiscard]] std::map<domain::Id<domain::Lot>, core::Hours> latest(domain::Id<domain::Market> market);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
