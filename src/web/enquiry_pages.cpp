// The pages of dossiers.
#include "route.hpp"

namespace clausier::web {

std::vector<Route> enquiry_routes() { return {}; }

}  // namespace clausier::web
