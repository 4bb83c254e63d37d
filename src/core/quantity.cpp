// Exact arithmetic in 128 bits: fractions, their one rounding, and decimals as text.
#include "clausier/core/quantity.hpp"

#include <fmt/format.h>

#include <limits>

namespace clausier::core {
namespace {

[[noreturn]] void too_big() {
    throw Error(ErrorKind::invalid, "",
                "le nombre dépasse ce que le calcul sait compter ; vérifiez les valeurs saisies");
}

int128 magnitude(int128 value) { return value < 0 ? -value : value; }

int128 greatest_common_divisor(int128 a, int128 b) {
    a = magnitude(a);
    b = magnitude(b);
    while (b != 0) {
        const int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

std::int64_t narrowed(int128 value) {
    if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min()) too_big();
    return static_cast<std::int64_t>(value);
}

// Whether `a × b` fits; the product when it does.
bool product(int128 a, int128 b, int128& out) { return !__builtin_mul_overflow(a, b, &out); }

// num ÷ den (den > 0) rounded once.
int128 divide(int128 num, int128 den, Rounding rounding) {
    int128 quotient = num / den;
    const int128 rest = num % den;
    if (rest == 0) return quotient;
    const bool negative = num < 0;
    const int128 twice_gap = den - magnitude(rest);  // compare rest with den - rest: twice the rest may overflow
    switch (rounding) {
        case Rounding::down:
            return negative ? quotient - 1 : quotient;
        case Rounding::up:
            return negative ? quotient : quotient + 1;
        case Rounding::half_even:
            if (magnitude(rest) == twice_gap) {
                if (quotient % 2 != 0) quotient += negative ? -1 : 1;
                return quotient;
            }
            [[fallthrough]];
        case Rounding::nearest:
            if (magnitude(rest) >= twice_gap) quotient += negative ? -1 : 1;
            return quotient;
    }
    return quotient;
}

}  // namespace

std::int64_t mul_div(std::int64_t a, std::int64_t b, std::int64_t c, Rounding rounding) {
    return Fraction(static_cast<int128>(a) * b, c).rounded(1, rounding);
}

Fraction::Fraction(int128 num, int128 den) : num_(num), den_(den) {
    if (den_ == 0) throw Error(ErrorKind::invalid, "", "division par zéro ; donnez une valeur plus grande que 0");
    if (den_ < 0) {
        num_ = -num_;
        den_ = -den_;
    }
}

Fraction operator*(const Fraction& a, const Fraction& b) {
    int128 num = 0;
    int128 den = 0;
    if (product(a.num_, b.num_, num) && product(a.den_, b.den_, den)) return {num, den};
    const int128 left = greatest_common_divisor(a.num_, b.den_);
    const int128 right = greatest_common_divisor(b.num_, a.den_);
    if (left == 0 || right == 0) return {0, 1};
    if (!product(a.num_ / left, b.num_ / right, num) || !product(a.den_ / right, b.den_ / left, den)) {
        const int128 own_a = greatest_common_divisor(a.num_, a.den_);
        const int128 own_b = greatest_common_divisor(b.num_, b.den_);
        const Fraction x(a.num_ / own_a, a.den_ / own_a);
        const Fraction y(b.num_ / own_b, b.den_ / own_b);
        if (own_a * own_b == 1) too_big();
        return x * y;
    }
    return {num, den};
}

Fraction operator/(const Fraction& a, const Fraction& b) {
    if (b.num_ == 0) throw Error(ErrorKind::invalid, "", "division par zéro ; donnez une valeur plus grande que 0");
    return a * Fraction(b.den_, b.num_);
}

Fraction operator+(const Fraction& a, const Fraction& b) {
    const int128 common = greatest_common_divisor(a.den_, b.den_);
    int128 left = 0;
    int128 right = 0;
    int128 den = 0;
    int128 num = 0;
    if (!product(a.num_, b.den_ / common, left) || !product(b.num_, a.den_ / common, right) ||
        !product(a.den_, b.den_ / common, den) || __builtin_add_overflow(left, right, &num))
        too_big();
    return {num, den};
}

Fraction operator-(const Fraction& a, const Fraction& b) { return a + Fraction(-b.num_, b.den_); }

std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
    const Fraction difference = a - b;
    return difference.num_ <=> int128{0};
}

std::int64_t Fraction::rounded(std::int64_t scale, Rounding rounding) const {
    int128 scaled = 0;
    if (product(num_, scale, scaled)) return narrowed(divide(scaled, den_, rounding));
    const int128 common = greatest_common_divisor(num_, den_);
    if (!product(num_ / common, scale, scaled)) too_big();
    return narrowed(divide(scaled, den_ / common, rounding));
}

std::string decimal(std::int64_t parts, std::int64_t scale, int decimals) {
    std::int64_t target = 1;
    for (int i = 0; i < decimals; ++i) target *= 10;
    const std::int64_t value = Fraction(parts, scale).rounded(target, Rounding::nearest);
    const std::string sign = value < 0 ? "-" : "";
    const auto absolute = value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
    const auto divisor = static_cast<std::uint64_t>(target);
    if (decimals == 0) return fmt::format("{}{}", sign, absolute);
    return fmt::format("{}{}.{:0{}}", sign, absolute / divisor, absolute % divisor, decimals);
}

std::string decimal(Euros value) { return decimal(value.parts(), Euros::scale); }
std::string decimal(Hours value) { return decimal(value.parts(), Hours::scale); }
std::string percent(Rate value) { return decimal(value.parts(), Rate::scale / 100); }

}  // namespace clausier::core
