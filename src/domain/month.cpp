// Months read, counted and named.
#include "clausier/domain/month.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "clausier/core/text.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

constexpr int months_a_year = 12;
constexpr std::array<std::string_view, months_a_year> names = {"janvier",   "février", "mars",     "avril",
                                                               "mai",       "juin",    "juillet",  "août",
                                                               "septembre", "octobre", "novembre", "décembre"};

std::optional<int> whole(std::string_view text, std::size_t most) {
    if (text.empty() || text.size() > most) return std::nullopt;
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

core::Result<Month> Month::parse(std::string_view text) {
    const std::string_view kept = core::trim(text);
    const bool slash = kept.find('/') != std::string_view::npos;
    const std::size_t cut = kept.find(slash ? '/' : '-');
    constexpr std::size_t year_digits = 4;
    if (cut != std::string_view::npos) {
        const auto month = whole(slash ? kept.substr(0, cut) : kept.substr(cut + 1), 2);
        const std::string_view year_text = slash ? kept.substr(cut + 1) : kept.substr(0, cut);
        const auto year = whole(year_text, year_digits);
        if (month && year && *month >= 1 && *month <= months_a_year && is_year(*year))
            return of_number(*year * months_a_year + *month - 1);
    }
    return core::fault("mois_illisible", fmt::format("« {} » n’est pas un mois ; écrivez par exemple 2026-03", kept));
}

Month Month::of_number(int number) {
    Month month;
    const int place = ((number % months_a_year) + months_a_year) % months_a_year;
    month.month_ = std::chrono::year_month(std::chrono::year((number - place) / months_a_year),
                                           std::chrono::month(static_cast<unsigned>(place) + 1));
    return month;
}

int Month::number() const {
    return year() * months_a_year + static_cast<int>(static_cast<unsigned>(month_.month())) - 1;
}

std::string Month::text() const { return fmt::format("{:04}-{:02}", year(), static_cast<unsigned>(month_.month())); }

std::string Month::label() const {
    return fmt::format("{} {}", names.at(static_cast<unsigned>(month_.month()) - 1), year());
}

core::Date Month::first() const { return month_ / std::chrono::day(1); }
core::Date Month::last() const { return core::Date(std::chrono::sys_days(next().first()) - std::chrono::days(1)); }
int Month::days() const { return static_cast<int>(static_cast<unsigned>(last().day())); }

int days_between(core::Date from, core::Date to) {
    return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}
core::Date days_later(core::Date day, int days) {
    return core::Date(std::chrono::sys_days(day) + std::chrono::days(days));
}

}  // namespace clausier::domain
