// A command as data: the one table that parsing, help, completion and man pages are made from.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/present/answer.hpp"
#include "clausier/present/document.hpp"

namespace clausier::cli {

inline constexpr std::string_view kVersion = "0.1.0";

// One option. `value` names what it takes ("EUROS", "FICHIER"); without one it is a flag. `choices` separated by "|"
// are the only values allowed. `many`: may be given several times.
struct OptionSpec {
    std::string_view name;
    std::string_view value;
    std::string_view help;
    bool required = false;
    std::string_view choices = {};
    bool many = false;
};

// What stands on the command line without a name.
struct PositionalSpec {
    std::string_view name;
    std::string_view help;
    bool required = true;
    bool many = false;
};

// What was given, by option name; positional arguments in order.
struct Arguments {
    std::map<std::string, std::vector<std::string>, std::less<>> options;
    std::vector<std::string> positionals;

    [[nodiscard]] bool has(std::string_view name) const { return options.find(name) != options.end(); }
    // The last value given.
    [[nodiscard]] std::optional<std::string> get(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
};

// The world a command runs in.
struct Context {
    const core::Clock& clock;
    bool quiet = false;
    bool verbose = false;
    // Whether answers and messages go to a person: progress bars and tables only then.
    bool stdout_is_terminal = false;
    bool stderr_is_terminal = false;
    bool stdin_is_terminal = false;
    // What --format asked for, empty when the door chooses ("table" on a terminal, "json" otherwise).
    std::string format{};
    // What makes pictures and PDF; empty where the machine has none.
    present::Engines engines{};
    // A message for people, on stderr, unless quiet.
    void say(std::string_view message) const;
};

struct Outcome {
    present::Answer answer{};
    // The command has already written its data on stdout: nothing more to print.
    bool written = false;
    int exit_code = 0;
};

// What --sortie names: a file for the answer; a file that the command writes itself, never a workbook; a workbook that
// it writes itself; the answer unless the name is a workbook's; or a file it writes itself, a workbook or another.
enum class Sortie { answer, own, workbook, answer_or_workbook, own_or_workbook };

struct CommandSpec {
    std::string_view path;  // "calcul montant"
    std::string_view summary;
    std::vector<PositionalSpec> positionals;
    std::vector<OptionSpec> options;
    Outcome (*run)(Context& context, const Arguments& arguments);
    std::string_view example = {};
    Sortie sortie = Sortie::answer;
};

// Every command, in the order of the help.
std::span<const CommandSpec> commands();

// Exit codes of UX.md.
enum Exit : int {
    ok = 0,
    failure = 1,
    usage = 2,
    invalid_data = 3,
    not_found = 4,
    conflict = 5,
    denied = 6,
    alerts = 10,
    interrupted = 130
};

// Runs the program: parses, runs the command, prints its answer or the errors. Returns the exit code; never throws.
int run(int argc, const char* const* argv, const core::Clock& clock, present::Engines engines = {});

}  // namespace clausier::cli
