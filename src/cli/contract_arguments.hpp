// The options that choose contracts, shared by the commands that give figures of them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/indicators.hpp"
#include "clausier/cli/command.hpp"

namespace clausier::cli {

// The codes of dimensions, as the choices of an option.
inline constexpr std::string_view kDimensions =
    "annee|secteur|tranche|procedure|departement|service|acheteur|social|environnemental";

// --base, then: --acheteur, --annee, --de, --a, --secteur, --tranche, --service, --departement, --commune,
// --entreprise.
std::vector<OptionSpec> contract_scope_options();
// Throws UsageError for what cannot be read, Error(not_found) when the buyer is unknown.
app::ContractScope contract_scope(store::Database& base, const Arguments& arguments);
// The same in words: « notifiés en 2026 par Commune de Valbrume ».
std::string scope_words(const Arguments& arguments);
// The dimension that an option names.
std::optional<domain::Dimension> dimension_option(const Arguments& arguments, std::string_view option);

}  // namespace clausier::cli
