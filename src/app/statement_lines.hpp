// The hours of a statement as they are kept: by lot, each line judged.
#pragma once
#include <vector>

#include "clausier/domain/execution_list.hpp"
#include "clausier/domain/placement.hpp"
#include "clausier/domain/reference.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::app {

// Shared by the agreement of its month, each line judged by the rules of the market of its lot.
std::vector<domain::KeptLine> kept_lines(store::Transaction& tx, const domain::HoursStatement& statement,
                                         const domain::Placement& placement, const domain::Reference& reference);
// Writes anew the lines of the statements of a placement from a month on. Throws Error(conflict) when one is locked.
void share_again(store::Transaction& tx, const domain::Placement& placement, domain::Month from,
                 const domain::Reference& reference);
// The last day that a certificate covers of a lot that the placement works for.
std::optional<core::Date> certified_until(store::Transaction& tx, const domain::Placement& placement);

}  // namespace clausier::app
