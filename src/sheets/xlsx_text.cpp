// Implements the cleaning of texts and names.
#include "xlsx_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "clausier/core/text.hpp"
#include "encoding.hpp"

namespace clausier::sheets {
namespace {

constexpr std::size_t longest_text = 32'767;  // UTF-16 units
constexpr std::size_t longest_name = 31;
constexpr std::string_view lost = "\uFFFD";

std::size_t character_size(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::string well_formed(std::string_view text) {
    std::string out;
    Decoder decoder(Encoding::utf8);
    decoder.feed(text, out);
    decoder.finish(out);
    return out;
}

// The bytes of well-formed UTF-8 that fit in so many UTF-16 units.
std::size_t fitting(std::string_view text, std::size_t units) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t size = character_size(text[at]);
        const std::size_t cost = size == 4 ? 2 : 1;
        if (cost > units) break;
        units -= cost;
        at += size;
    }
    return at;
}

bool is_forbidden(std::string_view character) {
    const auto byte = static_cast<unsigned char>(character.front());
    return (byte < 0x20 && byte != '\t' && byte != '\n') || character == "\uFFFE" || character == "\uFFFF";
}

// Whether "_xHHHH_" stands at the head.
bool is_escape(std::string_view text) {
    if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return false;
    const auto hexadecimal = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
    return std::all_of(text.begin() + 2, text.begin() + 6, hexadecimal);
}

std::string cleaned(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto character = text.substr(at, character_size(text[at]));
        at += character.size();
        if (character == "\r") {
            if (text.substr(at, 1) != "\n") out += '\n';
        } else if (is_forbidden(character)) {
            out += lost;
        } else if (is_escape(text.substr(at - character.size()))) {
            out += "_x005F_";
        } else {
            out += character;
        }
    }
    return out;
}

}  // namespace

XlsxText xlsx_text(std::string_view text) {
    const std::string whole = well_formed(text);
    if (fitting(whole, longest_text) == whole.size()) return {cleaned(whole), false};
    return {cleaned(std::string_view(whole).substr(0, fitting(whole, longest_text - 1))) + "…", true};
}

std::string xlsx_sheet_name(std::string_view name, const std::vector<std::string>& taken) {
    std::string clean = well_formed(core::collapse(name));
    for (char& c : clean)
        if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20)
            c = '-';
    clean.resize(fitting(clean, longest_name));
    clean.erase(0, std::min(clean.find_first_not_of('\''), clean.size()));
    clean.erase(clean.find_last_not_of('\'') + 1);
    const std::string folded = core::fold(clean);
    if (folded.empty() || folded == "history") clean = "Feuille";
    const auto is_taken = [&](const std::string& wanted) {
        return std::any_of(taken.begin(), taken.end(),
                           [&](const std::string& other) { return core::fold(other) == core::fold(wanted); });
    };
    std::string unique = clean;
    for (int number = 2; is_taken(unique); ++number) {
        const std::string suffix = fmt::format(" ({})", number);
        unique = clean.substr(0, fitting(clean, longest_name - suffix.size())) + suffix;
    }
    return unique;
}

}  // namespace clausier::sheets
