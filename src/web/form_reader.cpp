// Reads typed values from forms.
#include "form_reader.hpp"

#include "clausier/core/text.hpp"

namespace clausier::web {
namespace {

std::vector<std::string_view> listed(std::string_view text) {
    if (text.empty()) return {};
    return core::split(text, text.find(';') == std::string_view::npos ? ',' : ';');
}

}  // namespace

template <class T>
std::optional<T> FormReader::keep(std::string_view name, core::Result<T> result) {
    if (result) return *result;
    core::Issue issue = result.error();
    issue.where = name;
    issues_.push_back(std::move(issue));
    return std::nullopt;
}

std::string FormReader::text(std::string_view name) const {
    return std::string(core::trim(fields_.get(name).value_or("")));
}

std::vector<std::string> FormReader::all(std::string_view name) const {
    std::vector<std::string> out;
    for (const std::string_view value : fields_.all(name))
        if (const std::string_view trimmed = core::trim(value); !trimmed.empty()) out.emplace_back(trimmed);
    return out;
}

std::optional<core::Euros> FormReader::euros(std::string_view name) {
    const std::string value = text(name);
    return value.empty() ? std::nullopt : keep(name, core::parse_euros(value));
}

std::optional<core::Hours> FormReader::hours(std::string_view name) {
    const std::string value = text(name);
    return value.empty() ? std::nullopt : keep(name, core::parse_hours(value));
}

std::optional<core::Rate> FormReader::percent(std::string_view name) {
    const std::string value = text(name);
    return value.empty() ? std::nullopt : keep(name, core::parse_percent(value));
}

std::optional<std::int64_t> FormReader::whole(std::string_view name) {
    const std::string value = text(name);
    const auto number = value.empty() ? std::nullopt : keep(name, core::parse_scaled(value, 1));
    if (number && *number < 0) {
        refuse(name, "la valeur ne peut pas être négative ; corrigez-la");
        return std::nullopt;
    }
    return number;
}

std::optional<int> FormReader::year(std::string_view name) {
    const std::string value = text(name);
    if (value.empty()) return std::nullopt;
    if (const auto number = core::parse_scaled(value, 1); number && *number >= 1950 && *number <= 2100)
        return static_cast<int>(*number);
    refuse(name, "ce n’est pas une année plausible ; écrivez par exemple 2026");
    return std::nullopt;
}

std::optional<core::Date> FormReader::date(std::string_view name) {
    const std::string value = text(name);
    const auto read = value.empty() ? std::nullopt : keep(name, core::parse_date(value));
    return read ? std::optional(read->date) : std::nullopt;
}

std::optional<core::Fraction> FormReader::number(std::string_view name) {
    const std::string value = text(name);
    const auto parts = value.empty() ? std::nullopt : keep(name, core::parse_scaled(value, 100));
    return parts ? std::optional(core::Fraction(*parts, 100)) : std::nullopt;
}

std::vector<core::Fraction> FormReader::numbers(std::string_view name) {
    std::vector<core::Fraction> out;
    const std::string value = text(name);
    for (const std::string_view part : listed(value))
        if (const auto parts = keep(name, core::parse_scaled(part, 100))) out.emplace_back(*parts, 100);
    return out;
}

std::vector<core::Rate> FormReader::percents(std::string_view name) {
    std::vector<core::Rate> out;
    const std::string value = text(name);
    for (const std::string_view part : listed(value))
        if (const auto rate = keep(name, core::parse_percent(part))) out.push_back(*rate);
    return out;
}

void FormReader::refuse(std::string_view name, std::string_view text) {
    issues_.push_back({core::Severity::error, "", std::string(name), std::string(text)});
}

void FormReader::require(std::string_view name, std::string_view label) {
    if (text(name).empty()) refuse(name, std::string(label) + " : ce champ est obligatoire ; remplissez-le");
}

}  // namespace clausier::web
