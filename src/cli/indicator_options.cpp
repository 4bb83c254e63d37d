// Reads the choices as the text that reports keep them in.
#include "indicator_options.hpp"

#include <algorithm>

#include "clausier/domain/spaser_report.hpp"

namespace clausier::cli {

domain::IndicatorOptions indicator_options(const Arguments& arguments) {
    std::string text;
    for (const OptionSpec& choice : kIndicatorChoices) {
        std::string key(choice.name.substr(2));
        std::replace(key.begin(), key.end(), '-', '_');
        const std::string first(choice.choices.substr(0, choice.choices.find('|')));
        text += (text.empty() ? "" : ";") + key + "=" + arguments.get(choice.name).value_or(first);
    }
    return domain::options_of(text).value();
}

}  // namespace clausier::cli
