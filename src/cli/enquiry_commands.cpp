// The commands of dossiers.
#include "command_table.hpp"

namespace clausier::cli {

std::vector<CommandSpec> enquiry_commands() { return {}; }

}  // namespace clausier::cli
