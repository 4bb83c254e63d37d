// Help, shell completions and man pages, all made from the command table.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "clausier/cli/command.hpp"

namespace clausier::cli {

// The help of one command ("calcul montant"), of a group ("calcul"), or of the whole program ("").
std::string help_text(std::string_view topic, std::span<const CommandSpec> table);

// What is said of each option, a line each.
std::string option_lines(std::span<const OptionSpec> options);

// A completion script for "bash" or "zsh". Throws UsageError for another shell.
std::string completion(std::string_view shell, std::span<const CommandSpec> table);

// The man page of the program (section 1, French), in roff.
std::string man_page(std::span<const CommandSpec> table);

}  // namespace clausier::cli
