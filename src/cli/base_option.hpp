// The option that names the database, the same for every command that uses one.
#pragma once
#include "clausier/app/app.hpp"
#include "clausier/cli/command.hpp"

namespace clausier::cli {

inline constexpr OptionSpec kBase = {"--base", "FICHIER", "la base (ou la variable CLAUSIER_BASE)"};
// For calculations, which need no database but take its local values.
inline constexpr OptionSpec kValuesBase = {"--base", "FICHIER",
                                           "base dont les valeurs locales de référence s’ajoutent aux nationales"};
inline constexpr OptionSpec kRounding = {"--arrondi", "ARRONDI",
                                         "proche, bas ou haut (à l’heure), 5, 7 ou 35 (au multiple)", false,
                                         "proche|bas|haut|5|7|35"};

// Opens the base these arguments name. Throws UsageError when they name none, and as app::open_base().
std::unique_ptr<store::Database> open_base(const Arguments& arguments, bool create);

}  // namespace clausier::cli
