// The commands of the legal adviser.
#include "command_table.hpp"

namespace clausier::cli {

std::vector<CommandSpec> adviser_commands() { return {}; }

}  // namespace clausier::cli
