// Figures and dates as French readers expect them: "1 000 000,50 €", "833,33 h", "5 %", "1er mars 2026".
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"

namespace clausier::core::french {

// parts ÷ scale with a decimal comma and narrow no-break spaces between thousands: at least `least` decimals, and as
// many as the scale holds when they are not zero.
std::string number(std::int64_t parts, std::int64_t scale, int least = 0);

// With their unit after a no-break space. Cents are always shown ("12,50 €") unless the amount is whole euros ("12 €");
// hours and percents show the decimals they have.
std::string euros(Euros value);
std::string hours(Hours value);
std::string percent(Rate value);

// "1er mars 2026".
std::string date(Date date);

// A text whose articles of law are written "L. 2112-2", with a no-break space, where it has "L2112-2".
std::string articles(std::string_view text);

// "1 lot", "2 lots", "0 lot": the plural from 2 on. `plural` when adding an s is not enough.
std::string count(std::uint64_t n, std::string_view singular, std::string_view plural = {});

}  // namespace clausier::core::french
