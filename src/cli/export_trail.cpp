// Knows what leaves a base by the options of the command.
#include "export_trail.hpp"

#include <algorithm>

#include "base_option.hpp"
#include "clausier/app/journal.hpp"

namespace clausier::cli {

void trace_export(const Context& context, const CommandSpec& command, const Arguments& arguments,
                  std::string_view format) {
    const bool to_file = arguments.has("--sortie");
    if (!to_file && format != "csv") return;
    // Calculations take only reference values from a base.
    const bool of_base = std::any_of(command.options.begin(), command.options.end(), [](const OptionSpec& option) {
        return option.name == kBase.name && option.help == kBase.help;
    });
    const auto path = app::base_path(arguments.get("--base"));
    std::error_code ignored;
    if (!of_base || !path || !std::filesystem::exists(*path, ignored)) return;
    if (arguments.has("--lecture-seule"))
        return context.say("La base n’est que lue : cet export n’est pas inscrit au journal.");
    const auto base = open_base(arguments, false);
    app::record_export({context.clock, "cli"}, *base, command.path, format);
}

}  // namespace clausier::cli
