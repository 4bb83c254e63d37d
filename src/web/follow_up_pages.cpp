// The pages of contacts, exchanges and tasks.
#include "route.hpp"

namespace clausier::web {

std::vector<Route> follow_up_routes() { return {}; }

}  // namespace clausier::web
