// The pages of structures, shared between their files.
#pragma once
#include <string>

#include "call.hpp"
#include "clausier/domain/structure_list.hpp"
#include "route.hpp"

namespace clausier::web {

std::string structure_url(domain::Id<domain::Structure> id);
std::vector<Route> structure_edit_routes();
std::vector<Route> structure_import_routes();

}  // namespace clausier::web
