// How use cases refuse what was typed.
#pragma once
#include <vector>

#include "clausier/core/issue.hpp"

namespace clausier::app {

// Throws Error(invalid) with the faults, if there are any.
void require_sound(std::vector<core::Issue> issues);
// Somebody else has written since: Error(conflict) with what differs, or saying so when nothing that is shown does.
[[noreturn]] void refuse_stale(std::vector<core::Issue> issues);

}  // namespace clausier::app
