// From the words of the command line to a command and its arguments.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "clausier/cli/command.hpp"

namespace clausier::cli {

// What the words ask for: to run a command, or to read its help (of a command, of a group such as "calcul", or of the
// whole program when `topic` is empty).
struct Parsed {
    const CommandSpec* command = nullptr;
    Arguments arguments;
    bool help = false;
    bool version = false;
    std::string topic;
};

// The options every command takes.
std::span<const OptionSpec> common_options();

// Reads the words after the program's name. Throws UsageError, with the nearest name when one is near, for an unknown
// command or option, a missing value, a missing required option, or a value outside its choices.
Parsed parse(const std::vector<std::string>& words, std::span<const CommandSpec> table);

// The same for a program without commands nor arguments; its name stands in the sentences.
Arguments parse_options(const std::vector<std::string>& words, std::string_view program,
                        std::span<const OptionSpec> options);

}  // namespace clausier::cli
