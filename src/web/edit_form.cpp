// Shared parts of edit forms.
#include "edit_form.hpp"

#include <algorithm>

#include "clausier/domain/social_state.hpp"

namespace clausier::web {
namespace {

std::string decimal(std::int64_t parts, std::int64_t scale) {
    std::string out = std::to_string(parts / scale);
    if (std::int64_t rest = parts % scale; rest != 0) {
        std::string digits = std::to_string(scale + rest).substr(1);
        while (digits.back() == '0') digits.pop_back();
        out += "," + digits;
    }
    return out;
}

}  // namespace

std::string typed(const std::optional<core::Euros>& value) { return value ? decimal(value->parts(), 100) : ""; }
std::string typed(const std::optional<core::Hours>& value) { return value ? decimal(value->parts(), 100) : ""; }
std::string typed(const std::optional<core::Rate>& value) { return value ? decimal(value->parts(), 100) : ""; }

std::optional<std::string> read_considerations(FormReader& reader) {
    const auto read = domain::parse_social_considerations(reader.text("considerations_sociales"));
    if (read) return *read;
    reader.refuse("considerations_sociales", read.error().text);
    return std::nullopt;
}

boost::json::object considerations_field(const FormView& form, const std::string& value) {
    std::vector<std::pair<std::string, std::string>> options{{"", "Non renseignée"}};
    for (const std::string& word : domain::social_considerations()) options.emplace_back(word, word);
    if (std::none_of(options.begin(), options.end(), [&](const auto& option) { return option.first == value; }))
        options.emplace_back(value, value);
    return form.choice({"considerations_sociales", "Considération sociale",
                        "«\u00a0non renseignée\u00a0» n’est jamais «\u00a0aucune\u00a0»"},
                       value, options);
}

unsigned edit_status(const std::vector<core::Issue>& issues, bool conflict) {
    if (issues.empty()) return 200;
    return conflict ? 409 : 422;
}

bool mendable(const core::Error& error) {
    return error.kind() == core::ErrorKind::invalid || error.kind() == core::ErrorKind::conflict;
}

}  // namespace clausier::web
