// Writes the help texts.
#include "clausier/cli/help.hpp"

#include <fmt/format.h>

#include "clausier/cli/parse.hpp"

namespace clausier::cli {
namespace {

std::string option_left(const OptionSpec& option) {
    std::string left(option.name);
    for (std::size_t comma = left.find(','); comma != std::string::npos; comma = left.find(',', comma + 1))
        left.insert(comma + 1, " ");
    if (!option.value.empty()) left += " " + std::string(option.value);
    return left;
}

std::string usage_line(const CommandSpec& command) {
    std::string out = "clausier " + std::string(command.path);
    for (const PositionalSpec& p : command.positionals) {
        const std::string name = std::string(p.name) + (p.many ? "…" : "");
        out += p.required ? " " + name : " [" + name + "]";
    }
    for (const OptionSpec& o : command.options) {
        const std::string text = std::string(o.name) + (o.value.empty() ? "" : " " + std::string(o.value));
        if (o.required) out += " " + text;
    }
    return out + " [options]";
}

std::string command_help(const CommandSpec& command) {
    std::string out = std::string(command.summary) + "\n\nUsage : " + usage_line(command) + "\n";
    if (!command.positionals.empty()) {
        out += "\nArguments :\n";
        for (const PositionalSpec& p : command.positionals) out += fmt::format("  {:<28} {}\n", p.name, p.help);
    }
    if (!command.options.empty()) out += "\nOptions :\n" + option_lines(command.options);
    out += "\nOptions communes :\n" + option_lines(common_options());
    if (!command.example.empty()) out += "\nExemple :\n  " + std::string(command.example) + "\n";
    return out;
}

}  // namespace

std::string option_lines(std::span<const OptionSpec> options) {
    std::string out;
    for (const OptionSpec& option : options) {
        std::string help(option.help);
        if (option.required) help += " (nécessaire)";
        if (!option.choices.empty() &&
            help.find(std::string(option.choices.substr(0, option.choices.find('|')))) == std::string::npos)
            help += " : " + std::string(option.choices);
        out += fmt::format("  {:<28} {}\n", option_left(option), help);
    }
    return out;
}

std::string help_text(std::string_view topic, std::span<const CommandSpec> table) {
    for (const CommandSpec& command : table)
        if (command.path == topic) return command_help(command);
    std::string out;
    if (topic.empty())
        out =
            "clausier : les clauses sociales d’insertion, du calcul des heures au rapport.\n\nUsage : clausier "
            "COMMANDE [options]\n\nCommandes :\n";
    else
        out = "Usage : clausier " + std::string(topic) + " COMMANDE [options]\n\nCommandes :\n";
    for (const CommandSpec& command : table)
        if (topic.empty() || command.path.starts_with(std::string(topic) + " "))
            out += fmt::format("  {:<24} {}\n", command.path, command.summary);
    return out + "\n« clausier COMMANDE --aide » explique une commande.\n";
}

}  // namespace clausier::cli
