// Writes figures and dates for French readers.
#include "clausier/core/french.hpp"

#include <fmt/format.h>

#include <array>

namespace clausier::core::french {
namespace {

constexpr std::string_view kNarrowGap = "\u202f";
constexpr std::string_view kGap = "\u00a0";

std::string grouped(std::uint64_t value) {
    const std::string digits = std::to_string(value);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += kNarrowGap;
        out += digits[i];
    }
    return out;
}

}  // namespace

std::string number(std::int64_t parts, std::int64_t scale, int least) {
    const auto magnitude = parts < 0 ? ~static_cast<std::uint64_t>(parts) + 1 : static_cast<std::uint64_t>(parts);
    const auto unit = static_cast<std::uint64_t>(scale);
    int places = 0;
    for (std::uint64_t s = unit; s > 1; s /= 10) ++places;
    std::string decimals = places ? fmt::format("{:0{}}", magnitude % unit, places) : std::string();
    while (static_cast<int>(decimals.size()) > least && !decimals.empty() && decimals.back() == '0')
        decimals.pop_back();
    std::string out = parts < 0 ? "−" : "";
    out += grouped(magnitude / unit);
    if (!decimals.empty()) out += "," + decimals;
    return out;
}

std::string euros(Euros value) {
    const int least = value.parts() % Euros::scale == 0 ? 0 : 2;
    return number(value.parts(), Euros::scale, least) + std::string(kGap) + "€";
}

std::string hours(Hours value) { return number(value.parts(), Hours::scale) + std::string(kGap) + "h"; }

std::string percent(Rate value) { return number(value.parts(), Rate::scale / 100) + std::string(kGap) + "%"; }

std::string date(Date date) {
    static constexpr std::array<std::string_view, 12> months = {"janvier",   "février", "mars",     "avril",
                                                                "mai",       "juin",    "juillet",  "août",
                                                                "septembre", "octobre", "novembre", "décembre"};
    const unsigned day = static_cast<unsigned>(date.day());
    return fmt::format("{}{} {} {}", day, day == 1 ? "er" : "", months.at(static_cast<unsigned>(date.month()) - 1),
                       static_cast<int>(date.year()));
}

std::string articles(std::string_view text) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto alone = [&](std::size_t at) {
        if (at == 0) return true;
        const char before = text[at - 1];
        return !digit(before) && (before < 'A' || before > 'Z') && (before < 'a' || before > 'z');
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        if ((text[i] != 'L' && text[i] != 'R' && text[i] != 'D') || !alone(i)) continue;
        std::size_t end = i + 1;
        while (end < text.size() && digit(text[end])) ++end;
        const bool number = end - i > 3 && end + 1 < text.size() && text[end] == '-' && digit(text[end + 1]);
        if (number) out += "." + std::string(kGap);
    }
    return out;
}

std::string count(std::uint64_t n, std::string_view singular, std::string_view plural) {
    const std::string word = n < 2            ? std::string(singular)
                             : plural.empty() ? std::string(singular) + "s"
                                              : std::string(plural);
    return grouped(n) + std::string(kGap) + word;
}

}  // namespace clausier::core::french
