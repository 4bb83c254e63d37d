// Reads what the commands of execution share.
#include "execution_arguments.hpp"

#include "clausier/core/quantity.hpp"

namespace clausier::cli {

std::int64_t row_number(const std::string& text, std::string_view where) {
    const auto id = core::parse_scaled(text, 1);
    if (!id || *id <= 0)
        throw UsageError(
            where, "«\u00a0" + text + "\u00a0» n’est pas un numéro\u00a0; la liste le donne dans sa première colonne");
    return *id;
}

std::optional<domain::Month> month_option(const Arguments& arguments, std::string_view option) {
    const auto text = arguments.get(option);
    if (!text) return std::nullopt;
    const auto month = domain::Month::parse(*text);
    if (!month) throw UsageError("option " + std::string(option), month.error().text);
    return *month;
}

std::vector<domain::StatementLine> lines_option(const Arguments& arguments) {
    Input input(arguments);
    std::vector<domain::StatementLine> out;
    const auto add = [&](domain::HourNature nature, const OptionSpec& option) {
        if (const auto hours = input.hours(option.name)) out.push_back({nature, *hours});
    };
    add(domain::HourNature::worked, kWorked);
    add(domain::HourNature::training, kTraining);
    add(domain::HourNature::paid_not_worked, kPaid);
    input.check();
    return out;
}

}  // namespace clausier::cli
