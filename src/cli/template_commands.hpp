// The commands of templates, beside those of documents.
#pragma once
#include <vector>

#include "clausier/cli/command.hpp"

namespace clausier::cli {

std::vector<CommandSpec> template_commands();

}  // namespace clausier::cli
