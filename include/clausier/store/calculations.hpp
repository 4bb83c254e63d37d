// Calculations kept: with their inputs, their steps and the reference they stood on, so that an old figure explains
// itself.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "clausier/domain/calculation.hpp"
#include "clausier/domain/market.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

struct Calculation {
    domain::Id<Calculation> id{};
    std::optional<domain::Id<domain::Lot>> lot;
    core::Instant at{};
    std::string actor;
    std::string method;                                       // "montant", "effort"…
    std::vector<std::pair<std::string, std::string>> inputs;  // name and value as given, in order
    core::Hours hours;                                        // rounded
    core::Hours raw;                                          // before rounding, for display
    std::string rounding;
    std::vector<domain::Step> steps;
    std::string reference_digest;
};

class Calculations {
public:
    explicit Calculations(Transaction& tx) : tx_(tx) {}

    // Adds it, noting the state of its lot; a calculation is never changed. Gives it back with its id. Throws
    // Error(not_found) when its lot does not exist.
    Calculation add(Calculation calculation);
    [[nodiscard]] std::optional<Calculation> find(domain::Id<Calculation> id);
    // Those of a lot, the newest first.
    [[nodiscard]] std::vector<Calculation> of_lot(domain::Id<domain::Lot> lot);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
