// The only file that knows CLI11: it cuts the words; what is wrong with them is said by us, in French.
#include "clausier/cli/parse.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <deque>

#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"

namespace clausier::cli {
namespace {

// Where CLI11 puts what it finds for one command.
struct Slots {
    const CommandSpec* command = nullptr;
    std::string title{};  // "clausier importer"
    CLI::App* app = nullptr;
    std::vector<std::pair<const OptionSpec*, std::vector<std::string>>> options;
    std::vector<std::string> positionals;
    bool help = false;
};

void add_option(CLI::App& app, const OptionSpec& spec, std::vector<std::string>& slot) {
    const std::string name(spec.name);
    if (spec.value.empty()) {
        app.add_flag_callback(name, [&slot] { slot.emplace_back("oui"); });
        return;
    }
    app.add_option_function<std::vector<std::string>>(
           name, [&slot](const std::vector<std::string>& values) { slot = values; })
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->trigger_on_parse(false);
}

CLI::App* subcommand(CLI::App& app, std::string_view path) {
    CLI::App* at = &app;
    for (const std::string_view word : core::split(path, ' ')) {
        const auto known = at->get_subcommands([&](CLI::App* app_of) { return app_of->get_name() == word; });
        at = known.empty() ? at->add_subcommand(std::string(word)) : known.front();
        at->set_help_flag();
        at->allow_extras();
    }
    return at;
}

void build(CLI::App& app, std::span<const CommandSpec> table, std::deque<Slots>& slots) {
    for (const CommandSpec& command : table) {
        Slots& s = slots.emplace_back();
        s.command = &command;
        s.title = "clausier " + std::string(command.path);
        s.app = subcommand(app, command.path);
        const auto add_all = [&](std::span<const OptionSpec> specs) {
            for (const OptionSpec& spec : specs) s.options.emplace_back(&spec, std::vector<std::string>());
        };
        add_all(command.options);
        for (const OptionSpec& spec : common_options())
            if (std::none_of(command.options.begin(), command.options.end(),
                             [&](const OptionSpec& own) { return own.name == spec.name; }))
                s.options.emplace_back(&spec, std::vector<std::string>());
        for (auto& [spec, slot] : s.options) add_option(*s.app, *spec, slot);
        s.app->add_flag("-h,--help,--aide", s.help);
    }
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& names) {
    const std::string_view near = core::nearest(word, names);
    return near.empty() ? "" : " ; vouliez-vous dire « " + std::string(near) + " » ?";
}

// The words before the first option, as the path that was meant.
std::string wanted_path(const std::vector<std::string>& words) {
    std::string path;
    for (const std::string& word : words) {
        if (word.starts_with("-")) break;
        path += (path.empty() ? "" : " ") + word;
    }
    return path;
}

[[noreturn]] void unknown_command(const std::vector<std::string>& words, std::span<const CommandSpec> table) {
    const std::string wanted = wanted_path(words);
    std::vector<std::string_view> names;
    for (const CommandSpec& command : table) names.push_back(command.path);
    std::string hint = suggestion(wanted, names);
    if (hint.empty()) hint = " ; « clausier --aide » donne la liste";
    throw UsageError("", "commande inconnue : « " + wanted + " »" + hint);
}

bool is_group(std::string_view path, std::span<const CommandSpec> table) {
    return std::any_of(table.begin(), table.end(),
                       [&](const CommandSpec& c) { return c.path.starts_with(std::string(path) + " "); });
}

void check_extras(const Slots& s, std::vector<std::string>& positionals) {
    for (const std::string& word : s.app->remaining()) {
        if (word.size() > 1 && word.front() == '-' && !(word[1] >= '0' && word[1] <= '9')) {
            std::vector<std::string_view> names;
            for (const auto& [spec, slot] : s.options) names.push_back(spec->name);
            const std::string name = word.substr(0, word.find('='));
            throw UsageError("option " + name, "option inconnue" + suggestion(name, names));
        }
        positionals.push_back(word);
    }
    const auto& specs = s.command->positionals;
    const bool open_ended = !specs.empty() && specs.back().many;
    if (positionals.size() > specs.size() && !open_ended)
        throw UsageError("", "« " + positionals[specs.size()] + " » est de trop pour « " + s.title +
                                 " » ; mettez entre guillemets une valeur qui contient des espaces");
}

// The command with what was typed, and the words of its example for what is missing.
std::string shown_use(const Slots& s, const std::vector<std::string>& typed) {
    const std::string_view example = s.command->example;
    const auto at = example.find(s.command->path);
    const auto words =
        core::split(at == std::string_view::npos ? "" : example.substr(at + s.command->path.size()), ' ');
    std::string out = s.title;
    for (std::size_t i = 0; i < s.command->positionals.size(); ++i) {
        // The first word is what stands before the first space.
        const std::string_view word = i + 1 < words.size() ? words[i + 1] : std::string_view();
        const bool plain = !word.empty() && word.front() != '-' && word.front() != '"';
        out += ' ';
        out += i < typed.size() ? std::string_view(typed[i]) : plain ? word : s.command->positionals[i].name;
    }
    return out;
}

void check_values(const Slots& s, const std::vector<std::string>& positionals) {
    std::vector<core::Issue> issues;
    const auto add = [&](std::string where, std::string text) {
        issues.push_back({core::Severity::error, "usage", std::move(where), std::move(text)});
    };
    for (std::size_t i = positionals.size(); i < s.command->positionals.size(); ++i)
        if (s.command->positionals[i].required)
            add(std::string(s.command->positionals[i].name),
                "cet argument manque ; exemple : " + shown_use(s, positionals));
    for (const auto& [spec, values] : s.options) {
        const std::string where = "option " + std::string(spec->name);
        if (values.empty() && spec->required) add(where, "cette option est nécessaire : " + std::string(spec->help));
        if (values.size() > 1 && !spec->many && !spec->value.empty())
            add(where, "cette option est donnée plusieurs fois ; n’en gardez qu’une");
        const auto choices = core::split(spec->choices, '|');
        if (spec->choices.empty()) continue;
        for (const std::string& value : values)
            if (std::find(choices.begin(), choices.end(), value) == choices.end()) {
                std::string list;
                for (const std::string_view choice : choices) list += (list.empty() ? "" : ", ") + std::string(choice);
                add(where, "« " + value + " » n’est pas possible ; choisissez parmi " + list);
            }
    }
    if (!issues.empty()) throw UsageError(std::move(issues));
}

void cut(CLI::App& app, const std::vector<std::string>& words) {
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::ArgumentMismatch& e) {
        const std::string what = e.what();  // "--taux: 1 required TEXT missing"
        throw UsageError("option " + what.substr(0, what.find_first_of(": ")), "il manque la valeur de cette option");
    } catch (const CLI::ParseError&) {
        throw UsageError("", "la commande ne se lit pas ; « " + app.get_name() + " --aide » donne la liste");
    }
}

// The options that were given, by their last name ("-h,--help,--aide" is "--aide").
void keep_options(const Slots& s, Arguments& out) {
    for (const auto& [spec, values] : s.options)
        if (!values.empty()) out.options[std::string(spec->name.substr(spec->name.rfind("--")))] = values;
}

}  // namespace

std::span<const OptionSpec> common_options() {
    static const std::vector<OptionSpec> options = {
        {"--format", "FORMAT", "forme de la réponse : table (pour lire), json, csv ou ndjson", false,
         "table|json|csv|ndjson"},
        {"--csv-fr", "", "CSV pour Excel en français : point-virgule, virgule décimale, BOM"},
        {"--sortie", "FICHIER", "écrit la réponse dans ce fichier au lieu de l’écran"},
        {"--lecture-seule", "", "n’écrit rien dans la base ; ce qui la changerait est refusé"},
        {"-q,--silencieux", "", "n’affiche aucun message hors des erreurs"},
        {"-v,--details", "", "affiche aussi chaque remarque"},
    };
    return options;
}

Arguments parse_options(const std::vector<std::string>& words, std::string_view program,
                        std::span<const OptionSpec> options) {
    CLI::App app("", std::string(program));
    app.set_help_flag();
    app.allow_extras();
    const CommandSpec command{{}, {}, {}, {}, nullptr};
    Slots s;
    s.command = &command;
    s.title = program;
    s.app = &app;
    for (const OptionSpec& spec : options) s.options.emplace_back(&spec, std::vector<std::string>());
    for (auto& [spec, slot] : s.options) add_option(app, *spec, slot);
    cut(app, words);
    Arguments out;
    keep_options(s, out);
    check_extras(s, out.positionals);
    check_values(s, out.positionals);
    return out;
}

Parsed parse(const std::vector<std::string>& words, std::span<const CommandSpec> table) {
    Parsed out;
    CLI::App app("", "clausier");
    app.set_help_flag();
    app.allow_extras();
    bool help = false;
    app.add_flag("-h,--help,--aide", help);
    app.add_flag("--version", out.version);
    std::deque<Slots> slots;
    build(app, table, slots);
    cut(app, words);
    if (out.version) return out;
    for (Slots& s : slots) {
        if (!s.app->parsed() || !s.app->get_subcommands().empty()) continue;
        out.command = s.command;
        out.topic = s.command->path;
        out.help = s.help;
        if (out.help) return out;
        check_extras(s, out.arguments.positionals);
        check_values(s, out.arguments.positionals);
        keep_options(s, out.arguments);
        return out;
    }
    const std::string path = wanted_path(words);
    if (!path.empty() && !is_group(path, table)) unknown_command(words, table);
    out.help = true;
    out.topic = path;
    return out;
}

}  // namespace clausier::cli
