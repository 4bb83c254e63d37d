// Finds numbers of 15 digits whose key is right.
#include "clausier/domain/nir.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace clausier::domain {
namespace {

constexpr std::size_t digits = 15;
using Number = std::array<char, digits>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The bytes of one separator at the start of the text, 0 when there is none: a space (also the two no-break ones), a
// dot, a hyphen, a slash.
std::size_t separator(std::string_view text) {
    if (text.empty()) return 0;
    if (text.front() == ' ' || text.front() == '.' || text.front() == '-' || text.front() == '/') return 1;
    for (const std::string_view wide : {"\u00a0", "\u202f", "\u2009"})
        if (text.starts_with(wide)) return wide.size();
    return 0;
}

// Where people part a number: after its sex, year, month, département, commune, order, before its key. Two coordinates
// or amounts side by side are parted elsewhere.
bool parts_before(std::size_t sign) {
    constexpr std::array<std::size_t, 6> places{1, 3, 5, 7, 10, 13};
    return std::find(places.begin(), places.end(), sign) != places.end();
}

// The 15 signs that begin at the start of the text, at most two separators where a number is parted; nothing when there
// are fewer, or a sixteenth digit right after.
std::optional<Number> read(std::string_view text) {
    Number out{};
    for (std::size_t i = 0; i < digits; ++i) {
        if (parts_before(i))
            for (int gap = 0; gap < 2; ++gap) text.remove_prefix(separator(text));
        if (text.empty()) return std::nullopt;
        // The seventh sign may be the A or B of a Corsican département.
        const char upper = text.front() >= 'a' ? static_cast<char>(text.front() - 32) : text.front();
        const bool corsican = i == 6 && out[5] == '2' && (upper == 'A' || upper == 'B');
        if (!is_digit(text.front()) && !corsican) return std::nullopt;
        out[i] = corsican ? upper : text.front();
        text.remove_prefix(1);
    }
    if (!text.empty() && is_digit(text.front())) return std::nullopt;
    return out;
}

bool plausible_month(int month) {
    return (month >= 1 && month <= 12) || month == 20 || (month >= 30 && month <= 42) || month >= 50;
}

bool is_nir(const Number& n) {
    constexpr std::string_view sexes = "123478";
    if (sexes.find(n[0]) == std::string_view::npos) return false;
    if (!plausible_month((n[3] - '0') * 10 + (n[4] - '0'))) return false;
    std::int64_t number = 0;
    for (std::size_t i = 0; i < 13; ++i) number = number * 10 + (is_digit(n[i]) ? n[i] - '0' : 0);
    // 2A counts as 19 and 2B as 18 (Code de la sécurité sociale, R114-26): the letter read as 0, less what makes it so.
    if (n[6] == 'A') number -= 1'000'000;
    if (n[6] == 'B') number -= 2'000'000;
    const std::int64_t key = (n[13] - '0') * 10 + (n[14] - '0');
    return key == 97 - number % 97;
}

}  // namespace

bool holds_nir(std::string_view text) {
    const auto figures = std::count_if(text.begin(), text.end(), is_digit);
    if (figures < static_cast<std::ptrdiff_t>(digits) - 1) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        if (i > 0 && (is_digit(text[i - 1]) || is_letter(text[i - 1]))) continue;
        if (const auto number = read(text.substr(i)); number && is_nir(*number)) return true;
    }
    return false;
}

}  // namespace clausier::domain
