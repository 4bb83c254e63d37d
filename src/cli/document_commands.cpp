// The commands of documents and their templates.
#include "command_table.hpp"

namespace clausier::cli {

std::vector<CommandSpec> document_commands() { return {}; }

}  // namespace clausier::cli
