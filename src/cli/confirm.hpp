// Destructive acts are confirmed: at the terminal, or by --oui.
#pragma once
#include <string_view>

#include "clausier/cli/command.hpp"

namespace clausier::cli {

inline constexpr OptionSpec kYes = {"--oui", "", "confirme sans poser la question"};

// Asks « question [oui/non] » at a terminal. Throws UsageError without a terminal nor --oui, Error(conflict) when the
// answer is no.
void confirm(const Context& context, const Arguments& arguments, std::string_view question);

}  // namespace clausier::cli
