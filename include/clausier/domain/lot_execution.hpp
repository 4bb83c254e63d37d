// What is known of the execution of a lot as a whole: who owes it together, until when, and whether it was dropped.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/holder_share.hpp"
#include "clausier/domain/progress.hpp"

namespace clausier::domain {

struct LotExecution {
    Id<Lot> lot{};
    Liability liability = Liability::single;
    std::vector<HolderShare> shares;       // of the members of a consortium
    std::optional<core::Date> ends_on;     // of the works, as foreseen; absent: by their months
    std::optional<core::Date> dropped_on;  // « sans suite »
    std::string dropped_reason;
    std::int64_t revision = 0;  // 0: nothing was ever said
};
// Faults in "groupement" (shares of one holder alone, several that speak for the others), "parts.n.titulaire",
// "parts.n.montant", "motif" (dropped without a reason).
std::vector<core::Issue> faults(const LotExecution& execution);

}  // namespace clausier::domain
