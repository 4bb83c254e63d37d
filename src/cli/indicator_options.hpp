// The options that choose how indicators are calculated, shared by the commands that give figures.
#pragma once
#include <array>

#include "clausier/cli/command.hpp"
#include "clausier/domain/indicator.hpp"

namespace clausier::cli {

// Name, then the words of its choices in the order of IndicatorOptions, the first by default.
inline constexpr std::array<OptionSpec, 6> kIndicatorChoices{
    {{"--montant", "MONTANT", "initial (par défaut) ou modifie : après modifications", false, "initial|modifie"},
     {"--repartition", "RÈGLE", "entier (par défaut) ou par_titulaire : montant ÷ nombre de titulaires", false,
      "entier|par_titulaire"},
     {"--accords", "RÈGLE", "cadres (par défaut), subsequents ou tous", false, "cadres|subsequents|tous"},
     {"--agrement", "RÈGLE", "notification (par défaut) ou aujourdhui", false, "notification|aujourdhui"},
     {"--sous-traitants", "OUI/NON", "compte aussi les sous-traitants inclusifs", false, "non|oui"},
     {"--concessions", "OUI/NON", "compte les concessions avec les marchés", false, "non|oui"}}};

domain::IndicatorOptions indicator_options(const Arguments& arguments);

}  // namespace clausier::cli
