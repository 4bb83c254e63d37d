// The routes of one market and of one lot, and the parts of their sheets that have pages of their own.
#pragma once
#include <boost/json/object.hpp>
#include <vector>

#include "clausier/domain/market_list.hpp"
#include "route.hpp"

namespace clausier::web {

std::vector<Route> market_sheet_routes();
std::vector<Route> lot_routes();
std::vector<Route> lot_clause_routes();
std::vector<Route> market_condition_routes();

// liste[] (texte), detaillees (bool), resume and environnement ("" when not filled in), deduit (the summary of the
// detail), differe (bool: they say other things), revision, modifier, aligner.
boost::json::object clauses_view(const domain::LotSheet& sheet);
// present::condition_view, with url.
boost::json::object condition_section(const Call& call, domain::Id<domain::Market> market);

}  // namespace clausier::web
