// What the commands about people share.
#pragma once
#include <string>

#include "base_option.hpp"
#include "clausier/app/people.hpp"
#include "clausier/cli/command.hpp"

namespace clausier::cli {

inline constexpr PositionalSpec kPseudonym = {"PSEUDONYME", "comme P-7F3K-29 (« personnes liste »)"};

inline app::Session person_session(const Context& context) { return {context.clock, "cli"}; }

// The record of the pseudonym that stands first on the line.
app::PersonId person_argument(store::Database& base, const Arguments& arguments);

// The whole of a file, or of the standard input for "-": names are never given on the command line, which other users
// of the machine can read. Throws Error(not_found), Error(invalid) beyond 1 MiB.
std::string private_text(const std::string& file);

}  // namespace clausier::cli
