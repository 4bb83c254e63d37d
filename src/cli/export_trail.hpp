// What leaves the base in a file is told in its journal, as on the pages.
#pragma once
#include <string_view>

#include "clausier/cli/command.hpp"

namespace clausier::cli {

// Tells that the answer of a command that reads a base goes to a file (--sortie) or is a table to keep (CSV, wherever
// it goes): the command and its `format` ("csv", "xlsx"). On a base that is only read it is said on stderr that the
// journal tells nothing. Throws Error(unavailable) when it cannot be told.
void trace_export(const Context& context, const CommandSpec& command, const Arguments& arguments,
                  std::string_view format);

}  // namespace clausier::cli
