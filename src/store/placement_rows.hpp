// A placement as a row of a query, with the names of what it is about.
#pragma once
#include <string>
#include <string_view>

#include "clausier/domain/execution_list.hpp"
#include "clausier/domain/viewer.hpp"
#include "clausier/store/statement.hpp"

namespace clausier::store {

// The columns of a lot m (market) and k (lot) as read_lot_name() reads them.
inline constexpr std::string_view lot_name_columns = "k.id, m.id, m.reference, k.number, k.title";
inline constexpr int lot_name_size = 5;
domain::LotName read_lot_name(const Statement& row, int from);

// The name of an organisation of that alias, else its identifier.
std::string organisation_name(std::string_view alias);

// Placements p that a condition lets through, as that viewer sees them.
std::string placement_query(const domain::Viewer& viewer, std::string_view condition);
// Without its criteria.
domain::PlacementLine read_placement_line(const Statement& row);

}  // namespace clausier::store
