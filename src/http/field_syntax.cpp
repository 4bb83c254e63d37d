// Tables of bytes, made once at compile time.
#include "field_syntax.hpp"

#include <algorithm>
#include <array>

namespace clausier::http {
namespace {

enum : unsigned char { token = 1, target = 2, control = 4 };

constexpr std::array<unsigned char, 256> classes = [] {
    std::array<unsigned char, 256> table{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        const bool mark = std::string_view("!#$%&'*+-.^_`|~").find(static_cast<char>(c)) != std::string_view::npos;
        if (letter || (mark && c != 0)) table[c] |= token;
        if (c > ' ' && c < 0x7f && c != '#' && c != '"' && c != '<' && c != '>') table[c] |= target;
        if ((c < ' ' && c != '\t' && c != '\r' && c != '\n') || c == 0x7f) table[c] |= control;
    }
    return table;
}();

bool is(char c, unsigned char kind) { return (classes[static_cast<unsigned char>(c)] & kind) != 0; }

}  // namespace

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is(c, token); });
}

bool is_target(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is(c, target); });
}

bool is_control(char c) { return is(c, control); }

bool is_field_value(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return is(c, control) || c == '\r' || c == '\n'; });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool same_word(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trim_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string_view take_element(std::string_view& list, char separator) {
    const auto end = list.find(separator);
    const auto element = trim_blanks(list.substr(0, end));
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    return element;
}

bool lists_word(std::string_view list, std::string_view word) {
    while (!list.empty())
        if (same_word(take_element(list), word)) return true;
    return false;
}

}  // namespace clausier::http
