// The pages of documents and their templates.
#include "route.hpp"

namespace clausier::web {

std::vector<Route> document_routes() { return {}; }

}  // namespace clausier::web
