// The right that a route asks for, judged once for every route, before its handler.
#pragma once
#include <string>

#include "call.hpp"

namespace clausier::web {

// What who asks lacks, in a sentence with who may; "" when the action is theirs. Which rows are theirs is the matter of
// store/visibility: another's is not found.
std::string missing_right(const Visitor& visitor, domain::Action action);

// Throws Error(forbidden) with that sentence.
void require_right(const Call& call);

// The address of what the action opens, for a link of a page; "" when who reads the page may not.
std::string if_may(const Call& call, domain::Action action, std::string url);

}  // namespace clausier::web
