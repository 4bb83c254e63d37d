// The commands of contacts, exchanges and tasks.
#include "command_table.hpp"

namespace clausier::cli {

std::vector<CommandSpec> follow_up_commands() { return {}; }

}  // namespace clausier::cli
