// Globalisation: one placement shared by several lots, by a written agreement and a key whose parts sum to the hours.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/hours_statement.hpp"
#include "clausier/domain/id.hpp"

namespace clausier::domain {

// The part of one lot, in 1/10 000.
struct PlacementShare {
    Id<Lot> lot{};
    core::Rate key;
    bool operator==(const PlacementShare&) const = default;
};

// `from`: the first month it holds; statements of months before belong to the lot of the placement alone.
struct Globalisation {
    Id<Placement> placement{};
    std::vector<PlacementShare> shares;
    std::optional<core::Date> agreed_on;
    std::string reference;
    Month from;
};
// Faults in "convenu_le", "reference", "parts" (fewer than two lots, a lot twice, a key that does not sum to 100 %, the
// lot of the placement missing), "parts.n.part", "parts.n.lot".
std::vector<core::Issue> faults(const Globalisation& globalisation, const Placement& placement, core::Date today);

// The lines of one lot. Lots by the order of the key; every lot has every nature of the statement, be it 0.
struct SharedLines {
    Id<Lot> lot{};
    std::vector<StatementLine> lines;
};
// Each line shared by the largest remainder, to the hundredth of an hour, so that parts always sum; a reverse entry
// gives the parts of what it takes back, negative. Without a key, or before its first month: all to `lot`.
std::vector<SharedLines> share_lines(const HoursStatement& statement, Id<Lot> lot,
                                     const std::optional<Globalisation>& globalisation);

}  // namespace clausier::domain
