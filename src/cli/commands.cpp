// Gathers the command table and runs the program.
#include <fmt/format.h>
#include <unistd.h>

#include <boost/json/object.hpp>
#include <csignal>
#include <exception>

#include "clausier/cli/help.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/cli/parse.hpp"
#include "clausier/cli/progress.hpp"
#include "clausier/cli/usage.hpp"
#include "command_table.hpp"

namespace clausier::cli {
namespace {

constexpr std::string_view kVersion = "0.1.0";

Outcome completion_command(Context&, const Arguments& arguments) {
    write_output(completion(arguments.positionals.at(0), commands()), arguments.get("--sortie"));
    return {{}, true};
}

Outcome man_command(Context&, const Arguments& arguments) {
    write_output(man_page(commands()), arguments.get("--sortie"));
    return {{}, true};
}

std::vector<CommandSpec> gather() {
    std::vector<CommandSpec> all;
    for (auto group : {calculation_commands(), lot_commands(), sheet_commands(), import_commands(), market_commands(),
                       reference_commands(), base_commands()})
        all.insert(all.end(), group.begin(), group.end());
    all.push_back({"completion",
                   "écrit le script de complétion du shell",
                   {{"SHELL", "bash ou zsh"}},
                   {},
                   completion_command,
                   "clausier completion bash > /etc/bash_completion.d/clausier"});
    all.push_back(
        {"manuel", "écrit la page de manuel (man) du programme", {}, {}, man_command, "clausier manuel > clausier.1"});
    return all;
}

Format chosen_format(const Arguments& arguments, const Context& context, bool to_screen) {
    if (arguments.has("--csv-fr")) return Format::csv_fr;
    const std::string name =
        arguments.get("--format").value_or(context.stdout_is_terminal && to_screen ? "table" : "json");
    if (name == "json") return Format::json;
    if (name == "ndjson") return Format::ndjson;
    return name == "csv" ? Format::csv : Format::table;
}

int run_command(const Parsed& parsed, Context& context) {
    context.quiet = parsed.arguments.has("--silencieux");
    context.verbose = parsed.arguments.has("--details");
    context.format = parsed.arguments.get("--format").value_or("");
    const Outcome outcome = parsed.command->run(context, parsed.arguments);
    if (!outcome.written) {
        const auto file = outcome.answer_to_screen ? std::nullopt : parsed.arguments.get("--sortie");
        const Format format = chosen_format(parsed.arguments, context, !file);
        const bool colour = context.stdout_is_terminal && !file && std::getenv("NO_COLOR") == nullptr;
        write_output(render(outcome.answer, format, colour && format == Format::table), file);
    }
    print_remarks(outcome.answer.remarks, context);
    return outcome.exit_code;
}

}  // namespace

void Context::say(std::string_view message) const {
    if (!quiet) fmt::print(stderr, "{}\n", message);
}

std::span<const CommandSpec> commands() {
    static const std::vector<CommandSpec> table = gather();
    return table;
}

int run(int argc, const char* const* argv, const core::Clock& clock) {
    Context context{clock};
    context.stdin_is_terminal = isatty(STDIN_FILENO) == 1;
    context.stdout_is_terminal = isatty(STDOUT_FILENO) == 1;
    context.stderr_is_terminal = isatty(STDERR_FILENO) == 1;
    watch_interruption();
    try {
        const Parsed parsed = parse(std::vector<std::string>(argv + 1, argv + argc), commands());
        if (parsed.version) {
            fmt::print("clausier {}\n", kVersion);
            return Exit::ok;
        }
        if (parsed.help) {
            write_output(help_text(parsed.topic, commands()), std::nullopt);
            return Exit::ok;
        }
        return run_command(parsed, context);
    } catch (const UsageError& error) {
        print_error(error);
        return Exit::usage;
    } catch (const core::Error& error) {
        print_error(error);
        return was_interrupted() ? Exit::interrupted : exit_code(error.kind());
    } catch (const std::exception& error) {
        fmt::print(stderr, "erreur : une panne imprévue ({}) ; rien n’a été changé, recommencez ou signalez-la\n",
                   error.what());
        return Exit::failure;
    }
}

}  // namespace clausier::cli
