// A calendar month: what hours are declared for.
#pragma once
#include <compare>
#include <string>
#include <string_view>

#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"

namespace clausier::domain {

class Month {
public:
    Month() = default;  // January 1970
    // Throws nothing: a date that is none gives the month it names.
    explicit Month(core::Date day) : month_(day.year(), day.month()) {}
    // "2026-03", "03/2026" or "3/2026", from 1950 to 2100. Fault "mois_illisible".
    static core::Result<Month> parse(std::string_view text);
    // The inverse of number().
    static Month of_number(int number);

    // Months since January of year 0: what a narrow column keeps, and the difference of two is a number of months.
    [[nodiscard]] int number() const;
    // "2026-03".
    [[nodiscard]] std::string text() const;
    // « mars 2026 ».
    [[nodiscard]] std::string label() const;
    [[nodiscard]] int year() const { return static_cast<int>(month_.year()); }
    [[nodiscard]] core::Date first() const;
    [[nodiscard]] core::Date last() const;
    [[nodiscard]] int days() const;
    [[nodiscard]] Month plus(int months) const { return of_number(number() + months); }
    [[nodiscard]] Month next() const { return plus(1); }
    [[nodiscard]] Month previous() const { return plus(-1); }
    [[nodiscard]] bool holds(core::Date day) const { return Month(day) == *this; }
    friend auto operator<=>(const Month&, const Month&) = default;

private:
    std::chrono::year_month month_{std::chrono::year(1970), std::chrono::month(1)};
};

// Days from one to the other, the second not counted; negative when it comes before.
int days_between(core::Date from, core::Date to);
core::Date days_later(core::Date day, int days);

}  // namespace clausier::domain
