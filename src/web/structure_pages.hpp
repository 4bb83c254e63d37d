// The pages of structures, shared between their files.
#pragma once
#include <string>

#include "call.hpp"
#include "clausier/domain/structure_list.hpp"
#include "route.hpp"

namespace clausier::web {

std::string structure_url(domain::Id<domain::Structure> id);
// « page 2 sur 5 » and links: plusieurs, avant, apres, ici; `root` is the address of the list.
boost::json::object page_links(const Call& call, std::string_view root, std::int64_t page, std::int64_t total,
                               std::int64_t on_page);

std::vector<Route> structure_edit_routes();
std::vector<Route> structure_import_routes();

}  // namespace clausier::web
