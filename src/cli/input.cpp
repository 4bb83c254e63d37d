// Reads typed values from the arguments.
#include "clausier/cli/input.hpp"

#include "clausier/cli/usage.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/text.hpp"

namespace clausier::cli {

std::optional<std::string> Arguments::get(std::string_view name) const {
    const auto found = options.find(name);
    if (found == options.end() || found->second.empty()) return std::nullopt;
    return found->second.back();
}

std::vector<std::string> Arguments::all(std::string_view name) const {
    const auto found = options.find(name);
    return found == options.end() ? std::vector<std::string>() : found->second;
}

template <class T>
std::optional<T> Input::keep(std::string_view option, core::Result<T> result) {
    if (result) return *result;
    core::Issue issue = result.error();
    issue.where = "option " + std::string(option);
    issues_.push_back(std::move(issue));
    return std::nullopt;
}

std::optional<core::Euros> Input::euros(std::string_view option) {
    const auto text = arguments_.get(option);
    return text ? keep(option, core::parse_euros(*text)) : std::nullopt;
}

std::optional<core::Hours> Input::hours(std::string_view option) {
    const auto text = arguments_.get(option);
    return text ? keep(option, core::parse_hours(*text)) : std::nullopt;
}

std::optional<core::Rate> Input::percent(std::string_view option) {
    const auto text = arguments_.get(option);
    return text ? keep(option, core::parse_percent(*text)) : std::nullopt;
}

std::optional<std::int64_t> Input::whole(std::string_view option) {
    const auto text = arguments_.get(option);
    const auto value = text ? keep(option, core::parse_scaled(*text, 1)) : std::nullopt;
    if (value && *value < 0)
        return keep<std::int64_t>(option,
                                  core::fault("nombre_negatif", "la valeur ne peut pas être négative ; corrigez-la"));
    return value;
}

std::optional<std::int64_t> Input::year(std::string_view option) {
    const auto text = arguments_.get(option);
    if (text && !core::parse_scaled(*text, 1))
        return keep<std::int64_t>(
            option, core::fault("annee", "« " + *text + " » n’est pas une année ; écrivez par exemple 2026"));
    const auto value = whole(option);
    if (value && (*value < 1950 || *value > 2100))
        return keep<std::int64_t>(option,
                                  core::fault("annee", "ce n’est pas une année plausible ; écrivez par exemple 2026"));
    return value;
}

std::optional<std::string> Input::department(std::string_view option) {
    const auto text = arguments_.get(option);
    return text ? keep(option, core::parse_department(*text)) : std::nullopt;
}

std::optional<core::Fraction> Input::number(std::string_view option) {
    const auto text = arguments_.get(option);
    if (!text) return std::nullopt;
    const auto parts = keep(option, core::parse_scaled(*text, 100));
    return parts ? std::optional(core::Fraction(*parts, 100)) : std::nullopt;
}

std::optional<core::Date> Input::date(std::string_view option) {
    const auto text = arguments_.get(option);
    if (!text) return std::nullopt;
    const auto read = keep(option, core::parse_date(*text));
    return read ? std::optional(read->date) : std::nullopt;
}

std::vector<core::Fraction> Input::numbers(std::string_view option) {
    std::vector<core::Fraction> out;
    const auto text = arguments_.get(option);
    if (!text) return out;
    const char separator = text->find(';') == std::string::npos ? ',' : ';';
    for (const std::string_view part : core::split(*text, separator))
        if (const auto parts = keep(option, core::parse_scaled(part, 100))) out.emplace_back(*parts, 100);
    return out;
}

void Input::check() const {
    if (!issues_.empty()) throw UsageError(issues_);
}

}  // namespace clausier::cli
