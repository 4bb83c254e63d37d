// The description of every route, made from the table of routes.
#pragma once
#include <string>

namespace clausier::web {

// An OpenAPI 3.1 document in JSON: one path a route and a suffix, its parameters with examples, its answers.
std::string openapi_document();

}  // namespace clausier::web
