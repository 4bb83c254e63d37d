// Placements: opened, judged, changed, shared and listed.
#pragma once
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/execution_list.hpp"
#include "clausier/domain/globalisation.hpp"
#include "clausier/domain/reference.hpp"
#include "clausier/store/placements.hpp"

namespace clausier::app {

using PlacementId = domain::Id<domain::Placement>;

// `remarks`: what is unusual and kept all the same, for the facilitator to look at.
struct SavedPlacement {
    domain::Placement placement;
    std::vector<core::Issue> remarks;
};
// Judges the eligibility at the entry by the rules of the market, and freezes it. A performer opens what it employs
// itself. Throws Error(invalid) with the faults, Error(forbidden), Error(not_found).
SavedPlacement open_placement(const Session& session, store::Database& base, domain::Placement placement,
                              const domain::Reference& reference);
// Replaces what is not frozen. Throws Error(conflict) when somebody else has saved it since it was read,
// Error(forbidden) where one does not declare its hours.
SavedPlacement change_placement(const Session& session, store::Database& base, domain::Placement placement,
                                const domain::Reference& reference);
// Shares its hours between lots from a month on, those already declared since included; the facilitator of the lot
// alone. Throws Error(conflict) when a certificate covers one of these months.
domain::Globalisation share_placement(const Session& session, store::Database& base, domain::Globalisation agreement,
                                      const domain::Reference& reference);

struct PlacementList {
    std::vector<domain::PlacementLine> lines;
    std::int64_t total = 0;
};
PlacementList placements(store::Database& base, const store::PlacementFilter& filter);
// Throws Error(not_found).
domain::PlacementLine placement(store::Database& base, PlacementId id);

}  // namespace clausier::app
