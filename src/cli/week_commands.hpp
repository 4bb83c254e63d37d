// The commands of a week, one part of the group of follow-up.
#pragma once
#include <vector>

#include "clausier/cli/command.hpp"

namespace clausier::cli {

std::vector<CommandSpec> week_commands();

}  // namespace clausier::cli
