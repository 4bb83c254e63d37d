// A calculation as it was kept: inputs, steps, and the reference it stood on.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/domain/calculation.hpp"
#include "clausier/domain/market.hpp"

namespace clausier::domain {

struct StoredCalculation {
    Id<StoredCalculation> id{};
    std::optional<Id<Lot>> lot;
    core::Instant at{};
    std::string actor;
    std::string method;                                       // "montant", "effort"…
    std::vector<std::pair<std::string, std::string>> inputs;  // name and value as given, in order
    core::Hours hours;                                        // rounded
    core::Hours raw;                                          // before rounding, for display
    std::string rounding;
    std::vector<Step> steps;
    std::string reference_digest;
    std::optional<std::int64_t> lot_revision{};  // of the lot when it was computed on, noted by the store
};

}  // namespace clausier::domain
