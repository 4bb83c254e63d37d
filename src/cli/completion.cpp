// Writes shell completions and the man page from the command table.
#include <fmt/format.h>

#include <map>
#include <set>

#include "clausier/cli/help.hpp"
#include "clausier/cli/parse.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"

namespace clausier::cli {
namespace {

// For each path begun ("", "calcul"), the words that may follow.
std::map<std::string, std::set<std::string>> next_words(std::span<const CommandSpec> table) {
    std::map<std::string, std::set<std::string>> out;
    for (const CommandSpec& command : table) {
        std::string path;
        for (const std::string_view word : core::split(command.path, ' ')) {
            out[path].insert(std::string(word));
            path += (path.empty() ? "" : " ") + std::string(word);
        }
    }
    return out;
}

std::string long_names(std::span<const OptionSpec> options) {
    std::string out;
    for (const OptionSpec& option : options) out += std::string(option.name.substr(option.name.find("--"))) + " ";
    return out;
}

// The function both shells share: $1 is the path begun; it prints the words that may follow.
std::string words_function(std::span<const CommandSpec> table) {
    std::string out = "_clausier_mots() {\n  case \"$1\" in\n";
    auto next = next_words(table);
    for (const CommandSpec& command : table) {
        std::string words = long_names(command.options) + long_names(common_options()) + "--aide";
        if (const auto found = next.find(std::string(command.path)); found != next.end())
            for (const std::string& word : found->second) words = word + " " + words;
        next.erase(std::string(command.path));
        out += fmt::format("    '{}') echo '{}' ;;\n", command.path, words);
    }
    for (const auto& [path, words] : next) out += fmt::format("    '{}') echo '{}' ;;\n", path, fmt::join(words, " "));
    return out + "  esac\n}\n";
}

constexpr std::string_view kBash = R"sh(_clausier() {
  local chemin='' mot i
  for ((i = 1; i < COMP_CWORD; i++)); do
    mot=${COMP_WORDS[i]}
    case "$mot" in -*) break ;; esac
    case " $(_clausier_mots "$chemin") " in *" $mot "*) chemin=${chemin:+$chemin }$mot ;; *) break ;; esac
  done
  mapfile -t COMPREPLY < <(compgen -W "$(_clausier_mots "$chemin")" -- "${COMP_WORDS[COMP_CWORD]}")
}
complete -o default -F _clausier clausier
)sh";

constexpr std::string_view kZsh = R"sh(_clausier() {
  local chemin='' mot
  for mot in "${(@)words[2,CURRENT-1]}"; do
    case "$mot" in -*) break ;; esac
    case " $(_clausier_mots "$chemin") " in *" $mot "*) chemin=${chemin:+$chemin }$mot ;; *) break ;; esac
  done
  compadd -- ${=$(_clausier_mots "$chemin")}
  _files
}
compdef _clausier clausier
)sh";

// Roff reads a dot or an apostrophe at the head of a line, and backslashes and hyphens anywhere, as its own.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
    }
    if (!out.empty() && (out.front() == '.' || out.front() == '\'')) out.insert(0, "\\&");
    return out;
}

std::string roff_options(std::span<const OptionSpec> options) {
    std::string out;
    for (const OptionSpec& option : options)
        out += fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", roff(option.name),
                           option.value.empty() ? "" : " \\fI" + roff(option.value) + "\\fR", roff(option.help));
    return out;
}

}  // namespace

std::string completion(std::string_view shell, std::span<const CommandSpec> table) {
    if (shell == "bash") return words_function(table) + std::string(kBash);
    if (shell == "zsh") return "#compdef clausier\n" + words_function(table) + std::string(kZsh);
    throw UsageError("SHELL", "« " + std::string(shell) + " » n’est pas connu ; choisissez bash ou zsh");
}

std::string man_page(std::span<const CommandSpec> table) {
    std::string out =
        ".TH CLAUSIER 1 \"\" \"clausier\" \"Manuel de clausier\"\n.SH NOM\nclausier \\- clauses sociales d’insertion, "
        "du calcul des heures au rapport\n"
        ".SH SYNOPSIS\n.B clausier\n.I COMMANDE\n[options]\n.SH COMMANDES\n";
    for (const CommandSpec& command : table) {
        out += ".SS " + roff(command.path) + "\n" + roff(command.summary) + "\n";
        for (const PositionalSpec& p : command.positionals)
            out += ".TP\n\\fI" + roff(p.name) + "\\fR\n" + roff(p.help) + "\n";
        out += roff_options(command.options);
    }
    out += ".SH OPTIONS COMMUNES\n" + roff_options(common_options());
    out +=
        ".SH CODES DE RETOUR\n0 réussite, 1 échec, 2 commande mal écrite, 3 données invalides, 4 introuvable, 5 "
        "conflit ou base occupée, "
        "6 refusé, 10 alertes présentes, 130 interrompu.\n";
    return out;
}

}  // namespace clausier::cli
