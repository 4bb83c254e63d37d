// The pages of the legal adviser.
#include "route.hpp"

namespace clausier::web {

std::vector<Route> adviser_routes() { return {}; }

}  // namespace clausier::web
