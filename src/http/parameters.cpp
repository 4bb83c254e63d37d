// Names, equals signs, quotes.
#include "parameters.hpp"

#include "field_syntax.hpp"

namespace clausier::http {
namespace {

// The quoted string at the front of `text`, taken off it. Only \" and \\ are escapes: browsers send paths of Windows.
bool take_quoted(std::string_view& text, std::string& out) {
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\')) {
            out += text[++i];
        } else if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return true;
        } else {
            out += text[i];
        }
    }
    return false;
}

bool take_value(std::string_view& text, std::string& out) {
    if (text.starts_with('"')) return take_quoted(text, out);
    out = trim_blanks(text.substr(0, text.find(';')));
    text.remove_prefix(std::min(text.size(), text.find(';')));
    return !out.empty();
}

}  // namespace

const std::string* Parametered::find(std::string_view name) const {
    for (const Header& parameter : parameters)
        if (same_word(parameter.name, name)) return &parameter.value;
    return nullptr;
}

std::optional<Parametered> parse_parameters(std::string_view text) {
    Parametered out;
    out.value = take_element(text, ';');
    while (!trim_blanks(text).empty()) {
        text = text.substr(text.find_first_not_of(" \t"));
        const auto equal = text.find('=');
        if (equal == std::string_view::npos) return std::nullopt;
        Header parameter{std::string(text.substr(0, equal)), {}};
        text.remove_prefix(equal + 1);
        if (!is_token(parameter.name) || out.find(parameter.name) != nullptr) return std::nullopt;
        if (!take_value(text, parameter.value)) return std::nullopt;
        out.parameters.push_back(std::move(parameter));
        text = trim_blanks(text);
        if (!text.empty() && text.front() != ';') return std::nullopt;
        if (!text.empty()) text.remove_prefix(1);
    }
    return out;
}

}  // namespace clausier::http
