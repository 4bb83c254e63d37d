// What the commands of the adviser and of the opportunity note share.
#pragma once
#include <string>
#include <vector>

#include "clausier/cli/command.hpp"
#include "clausier/domain/enquiry.hpp"

namespace clausier::cli {

// The number of a dossier on the command line. Throws UsageError when it is no positive number.
domain::Id<domain::Enquiry> enquiry_id(const std::string& number);

std::vector<CommandSpec> note_commands();

}  // namespace clausier::cli
