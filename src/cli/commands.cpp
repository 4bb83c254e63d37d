// Gathers the command table and runs the program.
#include <fmt/format.h>
#include <unistd.h>

#include <boost/json/object.hpp>
#include <csignal>
#include <exception>
#include <filesystem>

#include "clausier/cli/help.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/cli/parse.hpp"
#include "clausier/cli/progress.hpp"
#include "clausier/cli/usage.hpp"
#include "command_table.hpp"
#include "export_trail.hpp"

namespace clausier::cli {
namespace {

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
    for (auto group :
         {calculation_commands(), lot_commands(),       sheet_commands(),         import_commands(),
          decision_commands(),    market_commands(),    market_edit_commands(),   enquiry_commands(),
          adviser_commands(),     follow_up_commands(), document_commands(),      decp_commands(),
          structure_commands(),   purchase_commands(),  spaser_commands(),        spaser_report_commands(),
          scheme_commands(),      register_commands(),  consideration_commands(), reference_commands(),
          commitment_commands(),  placement_commands(), hours_commands(),         person_commands(),
          privacy_commands(),     journal_commands(),   account_commands(),       organisation_link_commands(),
          base_commands()})
        all.insert(all.end(), group.begin(), group.end());
    all.push_back({"completion",
                   "écrit le script de complétion du shell",
                   {{"SHELL", "bash ou zsh"}},
                   {},
                   completion_command,
                   "clausier completion bash > /etc/bash_completion.d/clausier",
                   Sortie::own});
    all.push_back({"manuel",
                   "écrit la page de manuel (man) du programme",
                   {},
                   {},
                   man_command,
                   "clausier manuel > clausier.1",
                   Sortie::own});
    return all;
}

Format chosen_format(const Arguments& arguments, const Context& context, bool to_screen) {
    if (arguments.has("--csv-fr")) return Format::csv_fr;
    const std::string name = !context.format.empty()                   ? context.format
                             : context.stdout_is_terminal && to_screen ? "table"
                                                                       : "json";
    if (name == "json") return Format::json;
    if (name == "ndjson") return Format::ndjson;
    return name == "csv" ? Format::csv : Format::table;
}

std::string_view format_name(Format format) {
    switch (format) {
        case Format::table:
            return "texte";
        case Format::json:
            return "json";
        case Format::ndjson:
            return "ndjson";
        case Format::csv:
        case Format::csv_fr:
            break;
    }
    return "csv";
}

// "xlsx", from the name of a file.
std::string format_of_name(const std::string& file) {
    const std::string extension = std::filesystem::path(file).extension().string();
    return extension.empty() ? "fichier" : extension.substr(1);
}

// What is written must not be what is read: the file given, or the base.
void protect_inputs(const Arguments& arguments) {
    std::vector<std::string> inputs = arguments.positionals;
    for (const std::string& base : arguments.all("--base")) inputs.push_back(base);
    for (const std::string_view option : {"--sortie", "--rapport", "--page"}) {
        const auto out = arguments.get(option);
        if (!out) continue;
        for (const std::string& in : inputs) {
            std::error_code ignored;
            const bool same =
                std::filesystem::equivalent(*out, in, ignored) ||
                std::filesystem::path(*out).lexically_normal() == std::filesystem::path(in).lexically_normal();
            if (same)
                throw UsageError("option " + std::string(option),
                                 "« " + *out + " » est lu par la commande et serait perdu ; donnez un autre nom");
        }
    }
}

// The name of a file tells its format when --format does not; workbooks come from the commands that make them, alone.
std::string format_of(const Arguments& arguments, Sortie sortie) {
    const auto file = arguments.get("--sortie");
    const std::string extension = file ? std::filesystem::path(*file).extension().string() : "";
    const bool workbook = extension == ".xlsx";
    if (file && workbook && (sortie == Sortie::answer || sortie == Sortie::own))
        throw UsageError("option --sortie",
                         "cette commande n’écrit pas de classeur ; donnez un nom en .csv, .json ou .ndjson");
    if (file && !workbook && sortie == Sortie::workbook)
        throw UsageError("option --sortie", "« " + *file + " » n’est pas un classeur ; donnez un nom en .xlsx");
    if (arguments.has("--format")) return *arguments.get("--format");
    return extension == ".csv" || extension == ".json" || extension == ".ndjson" ? extension.substr(1) : "";
}

// Whether the command writes the file of --sortie itself.
bool writes_itself(const Arguments& arguments, Sortie sortie) {
    if (sortie != Sortie::answer_or_workbook) return sortie != Sortie::answer;
    return std::filesystem::path(arguments.get("--sortie").value_or("")).extension() == ".xlsx";
}

int run_command(const Parsed& parsed, Context& context) {
    context.quiet = parsed.arguments.has("--silencieux");
    context.verbose = parsed.arguments.has("--details");
    protect_inputs(parsed.arguments);
    const Sortie sortie = parsed.command->sortie;
    context.format = format_of(parsed.arguments, sortie);
    const auto file = writes_itself(parsed.arguments, sortie) ? std::nullopt : parsed.arguments.get("--sortie");
    OutputFile out(file);  // before the command: what cannot be written must fail before anything is done
    const Outcome outcome = parsed.command->run(context, parsed.arguments);
    if (!outcome.written) {
        const Format format = chosen_format(parsed.arguments, context, !file);
        const bool colour = context.stdout_is_terminal && !file && std::getenv("NO_COLOR") == nullptr;
        const std::string text = render(outcome.answer, format, colour && format == Format::table);
        // Before a word of it leaves.
        trace_export(context, *parsed.command, parsed.arguments, format_name(format));
        out.write(text);
        out.close();
    } else if (const auto own = parsed.arguments.get("--sortie")) {
        trace_export(context, *parsed.command, parsed.arguments, format_of_name(*own));
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

int run(int argc, const char* const* argv, const core::Clock& clock, present::Engines engines) {
    Context context{clock};
    context.engines = std::move(engines);
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
