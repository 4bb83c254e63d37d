// Faults of the texts of a form.
#include "field_faults.hpp"

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"

namespace clausier::domain {

void refuse(Issues& issues, std::string_view where, std::string_view code, std::string text) {
    issues.push_back({core::Severity::error, std::string(code), std::string(where), std::move(text)});
}

void within(Issues& issues, std::string_view where, std::string_view text, std::size_t limit) {
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    if (static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts)) > limit)
        refuse(issues, where, "texte_long",
               "le texte dépasse " + core::french::number(static_cast<std::int64_t>(limit), 1) +
                   " caractères ; raccourcissez-le");
}

void require_line(Issues& issues, std::string_view where, std::string_view text, std::string sentence) {
    if (core::trim(text).empty()) refuse(issues, where, "champ_absent", std::move(sentence));
    within(issues, where, text, longest_line);
}

std::string plain_lines(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        out += text[i] == '\r' ? '\n' : text[i];
    }
    return std::string(core::trim(out));
}

}  // namespace clausier::domain
