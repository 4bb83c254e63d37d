// Exact quantities: integers that know their unit, and the fraction a formula stays in until it is rounded once.
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "clausier/core/issue.hpp"

namespace clausier::core {

__extension__ typedef __int128 int128;

// How a fraction becomes an integer. The caller always names it.
//   nearest: half away from zero ("half up" for what is counted); half_even: half to the even neighbour;
//   down: towards minus infinity; up: towards plus infinity.
enum class Rounding { nearest, half_even, down, up };

// a × b ÷ c in 128 bits, rounded once. Throws Error(invalid) when c is 0 or the result leaves 64 bits.
std::int64_t mul_div(std::int64_t a, std::int64_t b, std::int64_t c, Rounding rounding);

// A number of one unit, as an integer: cents, hundredths of an hour, ten-thousandths. Quantities of two units never
// add or compare. Overflow of + and − throws Error(invalid).
template <class Unit>
class Quantity {
public:
    constexpr Quantity() = default;
    // From the integer of the smallest part (cents, 1/100 h, 1/10 000).
    static constexpr Quantity of(std::int64_t parts) { return Quantity(parts); }
    // From whole units (euros, hours, the number 1 = 100 %).
    static constexpr Quantity whole(std::int64_t units) { return Quantity(units * Unit::scale); }
    [[nodiscard]] constexpr std::int64_t parts() const { return parts_; }
    static constexpr std::int64_t scale = Unit::scale;

    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend Quantity operator+(Quantity a, Quantity b) { return Quantity(checked_add(a.parts_, b.parts_)); }
    friend Quantity operator-(Quantity a, Quantity b) { return Quantity(checked_add(a.parts_, -b.parts_)); }
    Quantity& operator+=(Quantity b) { return *this = *this + b; }
    Quantity& operator-=(Quantity b) { return *this = *this - b; }

private:
    explicit constexpr Quantity(std::int64_t parts) : parts_(parts) {}
    static std::int64_t checked_add(std::int64_t a, std::int64_t b) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(a, b, &sum))
            throw Error(ErrorKind::invalid, "",
                        "le total dépasse ce que le calcul sait compter ; vérifiez les montants");
        return sum;
    }
    std::int64_t parts_ = 0;
};

struct EurosUnit {
    static constexpr std::int64_t scale = 100;
};
struct HoursUnit {
    static constexpr std::int64_t scale = 100;
};
struct RateUnit {
    static constexpr std::int64_t scale = 10'000;
};

using Euros = Quantity<EurosUnit>;  // cents
using Hours = Quantity<HoursUnit>;  // 1/100 h
using Rate = Quantity<RateUnit>;    // 1/10 000: 1 is 0.01 %

// An exact fraction in 128 bits, its denominator positive; reduced only when it must be. An operation that would leave
// 128 bits even reduced throws Error(invalid): a figure is exact or refused.
class Fraction {
public:
    Fraction() = default;
    Fraction(std::int64_t whole) : num_(whole) {}  // NOLINT: a whole number is a fraction
    // Throws Error(invalid) when den is 0.
    Fraction(int128 num, int128 den);
    // The quantity in its whole unit: Euros::of(150) is 3/2.
    template <class Unit>
    Fraction(Quantity<Unit> q) : Fraction(q.parts(), Unit::scale) {}  // NOLINT: same value, other shape

    [[nodiscard]] int128 num() const { return num_; }
    [[nodiscard]] int128 den() const { return den_; }
    friend Fraction operator+(const Fraction& a, const Fraction& b);
    friend Fraction operator-(const Fraction& a, const Fraction& b);
    friend Fraction operator*(const Fraction& a, const Fraction& b);
    // Throws Error(invalid) when b is 0.
    friend Fraction operator/(const Fraction& a, const Fraction& b);
    friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b);
    friend bool operator==(const Fraction& a, const Fraction& b) { return std::is_eq(a <=> b); }

    // The integer nearest to this × scale, by `rounding`. Throws Error(invalid) outside 64 bits.
    [[nodiscard]] std::int64_t rounded(std::int64_t scale, Rounding rounding) const;
    // The quantity nearest to this number of whole units.
    template <class Q>
    [[nodiscard]] Q to(Rounding rounding) const {
        return Q::of(rounded(Q::scale, rounding));
    }

private:
    int128 num_ = 0;
    int128 den_ = 1;
};

// A decimal number read from a text as a person or a spreadsheet writes it, as `scale` (a power of ten) times the
// value. Reads "1 234,56 €", "14 237.50", "1.234.567,89", "1,234,567.89", "50 %", "-12,5", "1E3"; spaces of all kinds,
// a trailing € or % and "HT" are passed over. More decimals than the scale holds are rounded to nearest when `stored`
// (a spreadsheet's binary number) and refused otherwise; "1.234" typed by a person, which may be 1 234 or 1,234, is
// refused too. Faults: "nombre_absent", "nombre_illisible", "nombre_decimales", "nombre_ambigu", "nombre_trop_grand".
Result<std::int64_t> parse_scaled(std::string_view text, std::int64_t scale, bool stored = false);

// "390 k€", "6,2 M€" and "6,2 millions d’euros" too.
Result<Euros> parse_euros(std::string_view text, bool stored = false);
Result<Hours> parse_hours(std::string_view text, bool stored = false);
// A number of percent: "50", "5,5 %", "0.05" is 0.05 %.
Result<Rate> parse_percent(std::string_view text, bool stored = false);

// "1234.50": the number with `decimals` decimals and a dot, as JSON and raw CSV carry it. scale = 10^k.
std::string decimal(std::int64_t parts, std::int64_t scale, int decimals = 2);
std::string decimal(Euros value);
std::string decimal(Hours value);
// Percent: Rate::of(500) is "5.00".
std::string percent(Rate value);

}  // namespace clausier::core
