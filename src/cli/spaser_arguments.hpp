// What the commands of schemes, registers and reports share.
#pragma once
#include <string>
#include <string_view>

#include "base_option.hpp"
#include "clausier/app/app.hpp"
#include "clausier/cli/command.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/organisation.hpp"

namespace clausier::cli {

inline constexpr OptionSpec kBuyer = {"--acheteur", "ACHETEUR", "nom, SIRET ou numéro de l’acheteur"};

inline app::Session spaser_session(const Context& context) { return {context.clock, "cli"}; }

// The buyer of that number, SIRET or name, whether it has markets yet or not. Throws Error(not_found) with near ones.
domain::Organisation named_buyer(store::Database& base, const std::string& text);
// The one of --acheteur, nothing without it.
std::optional<domain::Id<domain::Organisation>> asked_buyer(store::Database& base, const Arguments& arguments);

// The number that stands first on the line. Throws UsageError.
template <class T>
domain::Id<T> number_of(const Arguments& arguments, std::string_view what) {
    const std::string& text = arguments.positionals.at(0);
    const auto id = core::parse_scaled(text, 1);
    if (!id || *id <= 0)
        throw UsageError(what, "« " + text + " » n’est pas un numéro ; la liste le donne dans sa première colonne");
    return {*id};
}

}  // namespace clausier::cli
