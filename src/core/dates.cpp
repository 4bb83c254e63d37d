// Reads dates in every form field files hold.
#include "clausier/core/dates.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "clausier/core/quantity.hpp"
#include "clausier/core/text.hpp"

namespace clausier::core {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Issue unreadable(std::string_view text) {
    return fault("date_illisible",
                 "« " + std::string(text) + " » n’est pas une date ; écrivez par exemple 2026-03-01 ou 01/03/2026");
}

// The digits at the head of `text`, removed from it; -1 when there are none or more than four.
int take_number(std::string_view& text, std::size_t& digits) {
    int value = 0;
    digits = 0;
    while (!text.empty() && is_digit(text.front()) && digits < 5) {
        value = value * 10 + (text.front() - '0');
        text.remove_prefix(1);
        ++digits;
    }
    return digits == 0 || digits > 4 ? -1 : value;
}

Result<ReadDate> checked(int year, int month, int day, std::string_view remark, std::string_view text) {
    if (month > 12 || day > 31) return unreadable(text);
    const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                    std::chrono::day(static_cast<unsigned>(day))};
    if (month < 1 || day < 1 || !date.ok()) return unreadable(text);
    if (year < 1950 || year > 2100)
        return fault("date_annee", "l’année de « " + std::string(text) + " » n’est pas plausible ; corrigez la date");
    return ReadDate{date, remark};
}

// What may follow a date: nothing, a time, a zone. The remark, or nullopt when something else stands there.
std::optional<std::string_view> after_date(std::string_view rest) {
    rest = trim(rest);
    if (rest.empty()) return "";
    if (rest == "Z" || ((rest.front() == '+' || rest.front() == '-') && rest.size() >= 3 && is_digit(rest[1])))
        return "date_fuseau";
    if (rest.front() == 'T' && rest.size() > 1) rest.remove_prefix(1);
    if (!is_digit(rest.front()) || rest.find(':') == std::string_view::npos) return std::nullopt;
    for (const char c : rest)
        if (!is_digit(c) && c != ':' && c != '.' && c != '+' && c != '-' && c != 'Z') return std::nullopt;
    return "date_heure";
}

int month_named(std::string_view folded) {
    static constexpr std::array<std::array<std::string_view, 3>, 12> names = {{{"janvier", "january", "janv"},
                                                                               {"fevrier", "february", "fevr"},
                                                                               {"mars", "march", "mars"},
                                                                               {"avril", "april", "avr"},
                                                                               {"mai", "may", "mai"},
                                                                               {"juin", "june", "juin"},
                                                                               {"juillet", "july", "juil"},
                                                                               {"aout", "august", "aout"},
                                                                               {"septembre", "september", "sept"},
                                                                               {"octobre", "october", "oct"},
                                                                               {"novembre", "november", "nov"},
                                                                               {"decembre", "december", "dec"}}};
    for (std::size_t i = 0; i < names.size(); ++i)
        for (const std::string_view name : names[i])
            if (folded == name) return static_cast<int>(i) + 1;
    return 0;
}

// "1er mars 2026", "lundi 2 mars 2026", "September, 16 2021 00:00:00".
Result<ReadDate> named_month(std::string_view text) {
    const std::string folded = fold(text);
    int day = 0;
    int month = 0;
    int year = 0;
    bool time = false;
    for (std::string_view word : split(folded, ' ')) {
        if (const int found = month_named(word)) {
            if (month) return unreadable(text);
            month = found;
            continue;
        }
        if (word.empty()) continue;
        if (word == "1er") word = "1";
        if (!is_digit(word.front())) continue;  // the day of the week
        std::size_t digits = 0;
        const int value = take_number(word, digits);
        if (value < 0 || !word.empty()) return unreadable(text);
        if (digits == 4 && !year)
            year = value;
        else if (digits <= 2 && !day)
            day = value;
        else if (day && year)
            time = true;
        else
            return unreadable(text);
    }
    if (!month || !day || !year) return unreadable(text);
    return checked(year, month, day, time ? "date_heure" : "", text);
}

Result<ReadDate> from_serial(std::string_view text) {
    const auto days = parse_scaled(text.substr(0, text.find('.')), 1);
    if (!days || *days < 1 || *days > 80'000) return unreadable(text);
    const Date date(std::chrono::sys_days(std::chrono::year(1899) / 12 / 30) + std::chrono::days(*days));
    return checked(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                   static_cast<int>(static_cast<unsigned>(date.day())), "", text);
}

}  // namespace

Result<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return unreadable(text);
    const auto read = parse_date(text);
    if (!read) return read.error();
    return read->date;
}

Result<ReadDate> parse_date(std::string_view raw, bool serial) {
    const std::string_view text = trim(raw);
    if (text.empty()) return fault("date_absente", "aucune date");
    if (!is_digit(text.front())) return named_month(text);
    if (serial) return from_serial(text);
    std::string_view rest = text;
    std::size_t digits = 0;
    if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string_view::npos) {
        const auto number = [&](std::size_t at, std::size_t size) {
            int value = 0;
            for (const char c : text.substr(at, size)) value = value * 10 + (c - '0');
            return value;
        };
        return checked(number(0, 4), number(4, 2), number(6, 2), "", text);
    }
    const int first = take_number(rest, digits);
    if (first < 0 || rest.empty()) return unreadable(text);
    const bool year_first = digits == 4;
    const char separator = rest.front();
    if (separator != '-' && separator != '/' && separator != '.') return named_month(text);
    rest.remove_prefix(1);
    const int month = take_number(rest, digits);
    if (month < 0 || digits > 2 || rest.empty() || rest.front() != separator) return unreadable(text);
    rest.remove_prefix(1);
    const int last = take_number(rest, digits);
    if (last < 0) return unreadable(text);
    const auto remark = after_date(rest);
    if (!remark) return unreadable(text);
    if (year_first) return digits > 2 ? Result<ReadDate>(unreadable(text)) : checked(first, month, last, *remark, text);
    if (digits == 2) return checked(2000 + last, month, first, *remark, text);  // 01/03/26: this century
    return digits == 4 ? checked(last, month, first, *remark, text) : Result<ReadDate>(unreadable(text));
}

std::string iso(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

}  // namespace clausier::core
