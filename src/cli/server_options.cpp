// Reads the options of clausier-server from their three sources.
#include "clausier/cli/server_options.hpp"

#include <algorithm>
#include <fstream>

#include "clausier/cli/help.hpp"
#include "clausier/cli/parse.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"
#include "server_settings.hpp"

namespace clausier::cli {
namespace {

constexpr OptionSpec config{"--config", "FICHIER", "un fichier de lignes « option = valeur »"};

std::vector<OptionSpec> options_of_settings() {
    std::vector<OptionSpec> out;
    for (const ServerSetting& setting : server_settings()) out.push_back(setting.spec);
    return out;
}

std::vector<OptionSpec> options_of_command_line() {
    std::vector<OptionSpec> out = options_of_settings();
    out.push_back(config);
    out.push_back({"-h,--help,--aide", "", "affiche cette aide"});
    out.push_back({"--version", "", "affiche la version"});
    return out;
}

// A value, and the place that gives it.
struct Given {
    std::string where;
    std::string value;
};
// What one source gives, by option name.
using Layer = std::map<std::string, std::vector<Given>, std::less<>>;

class Reading {
public:
    Layer words(const Arguments& arguments);
    Layer variables(const Environment& environment);
    Layer file(const std::string& name);
    // Keeps the values of a layer whose options no layer before it gave.
    void keep(const Layer& layer);
    ServerOptions finish();

private:
    void fault(std::string where, std::string text) {
        issues_.push_back({core::Severity::error, "usage", std::move(where), std::move(text)});
    }
    void line(std::string_view text, const std::string& where, Layer& layer);

    ServerOptions options_;
    std::vector<std::string_view> kept_;
    std::vector<core::Issue> issues_;
};

Layer Reading::words(const Arguments& arguments) {
    Layer layer;
    for (const auto& [name, values] : arguments.options)
        for (const std::string& value : values) layer[name].push_back({"option " + name, value});
    return layer;
}

// Others may own variables of our prefix (a container's CLAUSIER_SERVICE_HOST): only those that look like one of ours,
// mistyped, are refused. An empty variable is as good as none.
Layer Reading::variables(const Environment& environment) {
    Layer layer;
    std::vector<std::string> names{variable_of(config.name)};
    for (const ServerSetting& setting : server_settings()) {
        const std::string name = names.emplace_back(variable_of(setting.spec.name));
        const auto found = environment.find(name);
        if (found == environment.end() || found->second.empty()) continue;
        for (const std::string_view value : core::split(found->second, setting.spec.many ? ',' : '\0'))
            layer[std::string(setting.spec.name)].push_back({"variable " + name, std::string(core::trim(value))});
    }
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::size_t prefix = variable_of("--").size();
    std::vector<std::string_view> ends;
    for (const std::string_view name : candidates) ends.push_back(name.substr(prefix));
    for (const auto& [name, value] : environment) {
        if (!name.starts_with(variable_of("--")) || std::find(names.begin(), names.end(), name) != names.end())
            continue;
        const std::string_view near = core::nearest(std::string_view(name).substr(prefix), ends);
        if (!near.empty())
            fault("variable " + name,
                  "variable inconnue ; vouliez-vous dire " + variable_of("--") + std::string(near) + " ?");
    }
    return layer;
}

void Reading::line(std::string_view text, const std::string& where, Layer& layer) {
    text = core::trim(text);
    if (text.empty() || text.starts_with('#')) return;
    const std::size_t equal = text.find('=');
    if (equal == std::string_view::npos)
        return fault(where, "la ligne ne se lit pas ; écrivez « option = valeur », ou # devant un commentaire");
    const std::string key(core::trim(text.substr(0, equal)));
    std::vector<std::string_view> names;
    for (const ServerSetting& setting : server_settings()) names.push_back(setting.spec.name.substr(2));
    const auto found = std::find(names.begin(), names.end(), key);
    if (found == names.end()) {
        const std::string_view near = core::nearest(key, names);
        return fault(where, "option inconnue : « " + key + " »" +
                                (near.empty() ? std::string(" ; clausier-server --aide donne la liste")
                                              : " ; vouliez-vous dire « " + std::string(near) + " » ?"));
    }
    std::vector<Given>& given = layer["--" + key];
    const ServerSetting& setting = server_settings()[static_cast<std::size_t>(found - names.begin())];
    if (!given.empty() && !setting.spec.many)
        return fault(where, "« " + key + " » est donné une seconde fois (déjà en " + given.front().where +
                                ") ; n’en gardez qu’un");
    given.push_back({where, std::string(core::trim(text.substr(equal + 1)))});
}

Layer Reading::file(const std::string& name) {
    Layer layer;
    std::ifstream in(name);
    std::string text;
    for (std::size_t number = 1; std::getline(in, text); ++number)
        line(text, name + ":" + std::to_string(number), layer);
    if (!in.eof())
        fault("option --config", "le fichier « " + name + " » ne se lit pas ; vérifiez son chemin et ses droits");
    return layer;
}

void Reading::keep(const Layer& layer) {
    for (const ServerSetting& setting : server_settings()) {
        const auto found = layer.find(setting.spec.name);
        if (found == layer.end() || std::find(kept_.begin(), kept_.end(), setting.spec.name) != kept_.end()) continue;
        kept_.push_back(setting.spec.name);
        for (const Given& given : found->second) {
            std::string wrong = given.value.empty() ? "il manque la valeur" : setting.set(options_, given.value);
            if (!wrong.empty()) fault(given.where, std::move(wrong));
        }
    }
}

ServerOptions Reading::finish() {
    if (options_.base.empty() && issues_.empty())
        fault("option --base", "aucune base n’est nommée ; ajoutez --base FICHIER ou fixez CLAUSIER_BASE");
    if (options_.certificate.empty() != options_.key.empty())
        fault("option --tls-certificat", "le certificat et sa clé vont ensemble ; donnez aussi " +
                                             std::string(options_.key.empty() ? "--tls-cle" : "--tls-certificat"));
    for (core::Issue& issue : faults(options_.outside, options_.accounts)) issues_.push_back(std::move(issue));
    if (const auto refusal = listening_refusal(options_)) issues_.push_back(*refusal);
    if (!issues_.empty()) throw UsageError(std::move(issues_));
    return std::move(options_);
}

}  // namespace

ServerOptions read_server_options(const std::vector<std::string>& words, const Environment& environment) {
    const Arguments arguments = parse_options(words, "clausier-server", options_of_command_line());
    ServerOptions asked;
    asked.help = arguments.has("--aide");
    asked.version = arguments.has("--version");
    if (asked.help || asked.version) return asked;

    Reading reading;
    reading.keep(reading.words(arguments));
    reading.keep(reading.variables(environment));
    std::string file = arguments.get("--config").value_or("");
    if (const auto named = environment.find(variable_of(config.name)); file.empty() && named != environment.end())
        file = named->second;
    if (!file.empty()) reading.keep(reading.file(file));
    return reading.finish();
}

std::string server_help() {
    return "clausier-server : les pages de clausier et leurs jumelles JSON, sur cette machine.\n\n"
           "Usage : clausier-server --base FICHIER [options]\n\nOptions :\n" +
           option_lines(options_of_command_line()) +
           "\nChaque option est aussi une variable (--tls-cle : " + variable_of("--tls-cle") +
           ") et une ligne du fichier de --config (tls-cle = …).\n"
           "La ligne de commande l’emporte sur les variables, et les variables sur le fichier.\n";
}

}  // namespace clausier::cli
