// Takes apart the cells that hold lists.
#include "consideration_words.hpp"

#include <charconv>
#include <cstdint>

#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

// The character of "\u00e9" as UTF-8, from its four hexadecimal digits; nothing when they are not.
std::string escaped(std::string_view digits) {
    unsigned code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (digits.size() != 4 || error != std::errc() || end != digits.data() + 4 || code == 0) return {};
    std::string out;
    const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
    return out;
}

// The string whose opening quote stands at `at`, which is moved past the closing one.
std::string quoted(std::string_view text, std::size_t& at) {
    const char quote = text[at++];
    std::string out;
    for (; at < text.size() && text[at] != quote; ++at) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            out += text[at];
        } else if (text[at + 1] == 'u') {
            out += escaped(text.substr(at + 2, 4));
            at += 5;
        } else {
            out += text[++at];
        }
    }
    if (at < text.size()) ++at;
    return out;
}

std::vector<std::string> quoted_words(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '"' && text[at] != '\'') {
            ++at;
            continue;
        }
        std::string word = quoted(text, at);
        const bool is_name = core::trim(text.substr(std::min(at, text.size()))).starts_with(':');
        if (!is_name && !core::trim(word).empty()) words.emplace_back(core::trim(word));
    }
    return words;
}

}  // namespace

std::vector<std::string> consideration_words(std::string_view text) {
    text = core::trim(text);
    if (text.starts_with('[') || text.starts_with('{')) return quoted_words(text);
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(",;|\n\r");
        const std::string_view word = core::trim(text.substr(0, end));
        if (!word.empty()) words.emplace_back(word);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return words;
}

}  // namespace clausier::domain
