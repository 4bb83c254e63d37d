// Reads decimal numbers as people and spreadsheets write them.
#include <array>
#include <cstring>

#include "clausier/core/quantity.hpp"
#include "clausier/core/text.hpp"

namespace clausier::core {
namespace {

// The number's bare marks: digits, separators, sign and exponent, in `marks`. False when another character stands
// there.
class Marks {
public:
    bool take(std::string_view text) {
        while (!text.empty()) {
            const auto c = static_cast<unsigned char>(text.front());
            if (const std::size_t space = space_length(text)) {
                note_space();
                text.remove_prefix(space);
                continue;
            }
            if (text.substr(0, 3) == "\u20ac" || text.substr(0, 3) == "\u2212") {
                if (text.substr(0, 3) == "\u2212" && !put('-')) return false;
                if (text.substr(0, 3) == "\u20ac") ended_ = true;
                text.remove_prefix(3);
                continue;
            }
            if (c == '%') {
                ended_ = true;
            } else if (is_unit(text)) {
                return true;
            } else if (!put(static_cast<char>(c))) {
                return false;
            }
            text.remove_prefix(1);
        }
        return true;
    }
    [[nodiscard]] std::string_view text() const { return {marks_.data(), size_}; }

private:
    static std::size_t space_length(std::string_view text) {
        const auto c = static_cast<unsigned char>(text.front());
        if (c == ' ') return 1;
        if (text.substr(0, 2) == "\u00a0") return 2;
        const std::string_view three = text.substr(0, 3);
        return three == "\u202f" || three == "\u2009" || three == "\u2007" ? 3 : 0;
    }
    // Words that may follow an amount: "EUR", "euros", "HT", "€ HT", "h", "heures".
    static bool is_unit(std::string_view text) {
        const std::string word = fold(text);
        for (const std::string_view unit :
             {"ht", "h t", "eur", "euro", "euros", "eur ht", "euros ht", "h", "heures", "heure"})
            if (word == unit) return true;
        return false;
    }
    void note_space() { spaced_ = size_ > 0; }
    bool put(char c) {
        const bool known =
            (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E' || c == '\'';
        if (!known || ended_ || size_ == marks_.size()) return false;
        // "12 34" may be a thousands gap or two numbers: only groups of three digits follow a gap.
        if (spaced_ && c >= '0' && c <= '9' && size_ > 0 && marks_[size_ - 1] >= '0' && marks_[size_ - 1] <= '9')
            marks_[size_++] = ' ';
        if (size_ == marks_.size()) return false;
        marks_[size_++] = c;
        spaced_ = false;
        return true;
    }
    std::array<char, 64> marks_{};
    std::size_t size_ = 0;
    bool spaced_ = false;
    bool ended_ = false;
};

struct Digits {
    std::array<char, 64> digits{};
    std::size_t count = 0;
    std::size_t decimals = 0;
    bool negative = false;
    int exponent = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Which mark, if any, is the decimal one: the last of , and . unless it only groups thousands.
char decimal_mark(std::string_view body) {
    std::size_t commas = 0;
    std::size_t dots = 0;
    for (const char c : body) {
        commas += c == ',';
        dots += c == '.';
    }
    if (commas && dots) return body.rfind(',') > body.rfind('.') ? ',' : '.';
    if (commas == 1) return ',';
    if (dots == 1) return '.';
    return 0;
}

// Every group after a gap must have three digits, and the first one to three; a gap never follows the decimals.
bool grouped_well(std::string_view whole) {
    std::size_t run = 0;
    bool gap = false;
    for (const char c : whole) {
        if (is_digit(c)) {
            ++run;
            continue;
        }
        if (run == 0 || run > 3 || (gap && run != 3)) return false;
        gap = true;
        run = 0;
    }
    return !gap || run == 3;
}

// "390 k€", "6,2 M€ HT", "6,2 millions d’euros": the number alone, and how many euros its unit is worth.
struct Worth {
    std::string_view number;
    std::int64_t unit = 1;
};

Worth worth_of(std::string_view text) {
    text = trim(text);
    const std::size_t end = text.find_last_of("0123456789,.");
    if (end == std::string_view::npos) return {text};
    std::string_view unit = trim(text.substr(end + 1));
    if (unit.ends_with("HT")) unit = trim(unit.substr(0, unit.size() - 2));
    const std::string_view number = text.substr(0, end + 1);
    for (const std::string_view thousand : {"k€", "K€", "k\u00a0€", "k €"})
        if (unit == thousand) return {number, 1'000};
    for (const std::string_view million :
         {"M€", "M\u00a0€", "M €", "millions d’euros", "millions d'euros", "million d’euros", "million d'euros"})
        if (unit == million) return {number, 1'000'000};
    return {text};
}

// "1.234": one dot, three digits after it, and no more than three before.
bool ambiguous(std::string_view text) {
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    const std::size_t dot = text.find('.');
    return dot != std::string_view::npos && dot >= 1 && dot <= 3 && text.front() != '0' && text.size() == dot + 4 &&
           text.find_first_not_of("0123456789", dot + 1) == std::string_view::npos &&
           text.find_first_not_of("0123456789") == dot;
}

bool dissect(std::string_view text, Digits& out) {
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        out.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    if (const std::size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
        std::string_view power = text.substr(e + 1);
        text = text.substr(0, e);
        bool down = false;
        if (!power.empty() && (power.front() == '-' || power.front() == '+')) {
            down = power.front() == '-';
            power.remove_prefix(1);
        }
        if (power.empty() || power.size() > 3) return false;
        for (const char c : power) {
            if (!is_digit(c)) return false;
            out.exponent = out.exponent * 10 + (c - '0');
        }
        if (down) out.exponent = -out.exponent;
    }
    const char mark = decimal_mark(text);
    const std::size_t cut = mark ? text.rfind(mark) : std::string_view::npos;
    const std::string_view whole = text.substr(0, cut);
    const std::string_view fraction = cut == std::string_view::npos ? std::string_view() : text.substr(cut + 1);
    if (mark && whole.find(mark) != std::string_view::npos) return false;
    if (!grouped_well(whole)) return false;
    for (const char c : fraction)
        if (!is_digit(c)) return false;
    if (whole.empty() && fraction.empty()) return false;
    for (const std::string_view part : {whole, fraction})
        for (const char c : part)
            if (is_digit(c))
                out.digits[out.count++] = c;
            else if (c == '-' || c == '+')
                return false;
    out.decimals = fraction.size();
    return out.count > 0;
}

}  // namespace

Result<std::int64_t> parse_scaled(std::string_view text, std::int64_t scale, bool stored) {
    Marks marks;
    const std::string_view trimmed = trim(text);
    if (trimmed.empty()) return fault("nombre_absent", "aucun nombre ; écrivez par exemple 1 234,56");
    Digits read;
    if (!marks.take(trimmed) || !dissect(marks.text(), read))
        return fault("nombre_illisible",
                     "« " + std::string(trimmed) + " » n’est pas un nombre ; écrivez par exemple 1 234,56");
    if (!stored && ambiguous(marks.text()))
        return fault("nombre_ambigu",
                     "« " + std::string(trimmed) +
                         " » peut se lire 1 234 ou 1,234 ; écrivez-le sans point, ou avec deux décimales");
    const Issue too_large =
        fault("nombre_trop_grand", "« " + std::string(trimmed) + " » est trop grand ; vérifiez la valeur");
    int128 value = 0;
    for (std::size_t i = 0; i < read.count; ++i)
        if (__builtin_mul_overflow(value, int128{10}, &value) ||
            __builtin_add_overflow(value, int128{read.digits[i] - '0'}, &value))
            return too_large;
    int power = read.exponent - static_cast<int>(read.decimals);
    int128 den = 1;
    if (value == 0) power = 0;
    for (; power > 0; --power)
        if (__builtin_mul_overflow(value, int128{10}, &value)) return too_large;
    for (; power < 0; ++power) {
        if (value % 10 == 0) {
            value /= 10;
        } else if (__builtin_mul_overflow(den, int128{10}, &den)) {
            if (stored) return std::int64_t{0};  // smaller than 1e-38
            return fault("nombre_decimales", "« " + std::string(trimmed) + " » a trop de décimales ; arrondissez-le");
        }
    }
    if (read.negative) value = -value;
    int128 scaled = 0;
    if (__builtin_mul_overflow(value, int128{scale}, &scaled)) return too_large;
    if (scaled % den != 0 && !stored)
        return fault("nombre_decimales", "« " + std::string(trimmed) + " » a trop de décimales ; arrondissez-le");
    const int128 limit = int128{9'000'000'000'000'000'000};
    if (scaled / den > limit || scaled / den < -limit) return too_large;
    return Fraction(scaled, den).rounded(1, Rounding::nearest);
}

Result<Euros> parse_euros(std::string_view text, bool stored) {
    const Worth worth = worth_of(text);
    const auto parts = parse_scaled(worth.number, Euros::scale * worth.unit, stored);
    if (!parts) return parts.error();
    return Euros::of(*parts);
}

Result<Hours> parse_hours(std::string_view text, bool stored) {
    const auto parts = parse_scaled(text, Hours::scale, stored);
    if (!parts) return parts.error();
    return Hours::of(*parts);
}

Result<Rate> parse_percent(std::string_view text, bool stored) {
    const auto parts = parse_scaled(text, Rate::scale / 100, stored);
    if (!parts) return parts.error();
    return Rate::of(*parts);
}

}  // namespace clausier::core
