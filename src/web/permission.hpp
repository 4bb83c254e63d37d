// The right that a route asks for, judged once for every route, before its handler.
#pragma once
#include <boost/json/object.hpp>
#include <string>

#include "call.hpp"

namespace clausier::web {

// What who asks lacks, in a sentence with who may; "" when the action is theirs. Which rows are theirs is the matter of
// store/visibility: another's is not found.
std::string missing_right(const Visitor& visitor, domain::Action action);

// Whether the action is theirs.
bool allows(const Visitor& visitor, domain::Action action);

// "peut" of every page: the action « marches.modifier » is the boolean peut.marches.modifier, so that a template shows
// only what who reads it may follow. page_rights_test holds every template to it.
boost::json::object rights_view(const Visitor& visitor);

// Throws Error(forbidden) with that sentence, once the log has a line of who asked for what, without their name.
void require_right(const Call& call);

// The address of what the action opens, for a link of a page; "" when who reads the page may not.
std::string if_may(const Call& call, domain::Action action, std::string url);

}  // namespace clausier::web
