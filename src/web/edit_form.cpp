// Shared parts of edit forms.
#include "edit_form.hpp"

#include <algorithm>
#include <cstdlib>

#include "clausier/domain/social_state.hpp"

namespace clausier::web {
namespace {

constexpr std::int64_t hundred = 100;

// Hundredths, with two decimals or none.
std::string exact(std::int64_t parts) {
    std::string out = (parts < 0 ? "-" : "") + std::to_string(std::abs(parts / hundred));
    if (const std::int64_t rest = std::abs(parts % hundred); rest != 0)
        out += "," + std::to_string(hundred + rest).substr(1);
    return out;
}

// Hundredths, with the decimals they need.
std::string shortest(std::int64_t parts) {
    std::string out = exact(parts);
    if (parts % hundred != 0 && out.back() == '0') out.pop_back();
    return out;
}

constexpr std::string_view kSilence = "«\u00a0non renseignée\u00a0» n’est jamais «\u00a0aucune\u00a0»";

boost::json::object words_field(const FormView& form, const FieldView& spec, const std::string& value,
                                const std::vector<std::string>& words) {
    std::vector<std::pair<std::string, std::string>> options{{"", "Non renseignée"}};
    for (const std::string& word : words) options.emplace_back(word, word);
    if (std::none_of(options.begin(), options.end(), [&](const auto& option) { return option.first == value; }))
        options.emplace_back(value, value);
    return form.choice(spec, value, options);
}

}  // namespace

std::string typed(const std::optional<core::Euros>& value) { return value ? exact(value->parts()) : ""; }
std::string typed(const std::optional<core::Hours>& value) { return value ? shortest(value->parts()) : ""; }
std::string typed(const std::optional<core::Rate>& value) { return value ? shortest(value->parts()) : ""; }

std::optional<std::string> read_considerations(FormReader& reader) {
    const auto read = domain::parse_social_considerations(reader.text("considerations_sociales"));
    if (read) return *read;
    reader.refuse("considerations_sociales", read.error().text);
    return std::nullopt;
}

boost::json::object considerations_field(const FormView& form, const std::string& value) {
    return words_field(form, {"considerations_sociales", "Considération sociale", kSilence}, value,
                       domain::social_considerations());
}

std::optional<std::string> read_environmental(FormReader& reader) {
    const auto read = domain::parse_environmental_considerations(reader.text("considerations_environnementales"));
    if (read) return *read;
    reader.refuse("considerations_environnementales", read.error().text);
    return std::nullopt;
}

boost::json::object environmental_field(const FormView& form, const std::string& value) {
    return words_field(form, {"considerations_environnementales", "Considération environnementale", kSilence}, value,
                       domain::environmental_considerations());
}

std::string shown_revision(const http::Fields& sent, std::int64_t today, bool conflict) {
    const std::string was = FormReader(sent).text("revision");
    return conflict || was.empty() ? std::to_string(today) : was;
}

unsigned edit_status(const std::vector<core::Issue>& issues, bool conflict) {
    if (issues.empty()) return 200;
    return conflict ? 409 : 422;
}

bool mendable(const core::Error& error) {
    return error.kind() == core::ErrorKind::invalid || error.kind() == core::ErrorKind::conflict;
}

}  // namespace clausier::web
