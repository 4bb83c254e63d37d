// Asks before a destructive act.
#include "confirm.hpp"

#include <fmt/format.h>

#include <iostream>

#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"

namespace clausier::cli {

void confirm(const Context& context, const Arguments& arguments, std::string_view question) {
    if (arguments.has("--oui")) return;
    if (!context.stdin_is_terminal)
        throw UsageError("option --oui", "cet acte ne se défait pas tout seul ; ajoutez --oui pour le confirmer");
    fmt::print(stderr, "{} [oui/non] ", question);
    std::string line;
    std::getline(std::cin, line);
    if (core::fold(line) != "oui" && core::fold(line) != "o")
        throw core::Error(core::ErrorKind::conflict, "", "rien n’a été fait : la réponse n’était pas oui");
}

}  // namespace clausier::cli
