// What the pages of the adviser and of the opportunity note share.
#pragma once
#include <vector>

#include "clausier/domain/purchase.hpp"
#include "route.hpp"

namespace clausier::web {

std::vector<Route> opportunity_note_routes();

// The adviser's page for a purchase: "/conseiller?objet=…".
std::string adviser_address(const domain::Purchase& purchase);

}  // namespace clausier::web
