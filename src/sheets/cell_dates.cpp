// Implements dates and times of spreadsheets.
#include "cell_dates.hpp"

#include <chrono>
#include <cstdint>
#include <optional>

namespace clausier::sheets {
namespace {

__extension__ typedef __int128 int128;

constexpr std::int64_t day_seconds = 86'400;
constexpr std::int64_t last_serial = 2'958'465;  // 9999-12-31
constexpr std::int64_t shift_1904 = 1'462;
constexpr std::int64_t elapsed_limit = 100'000'000;  // hours that a duration may show

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A decimal number, digits × 10^exponent; digits beyond the 18th are dropped, far below a second.
struct Decimal {
    bool negative = false;
    std::int64_t digits = 0;
    int exponent = 0;
};

// Takes what it reads away from `text`. Empty when no digit stands first.
std::optional<Decimal> take_decimal(std::string_view& text) {
    constexpr std::int64_t full = 100'000'000'000'000'000;
    Decimal out;
    bool any = false, after_dot = false;
    for (; !text.empty() && (is_digit(text.front()) || (text.front() == '.' && !after_dot)); text.remove_prefix(1)) {
        if (text.front() == '.') {
            after_dot = true;
            continue;
        }
        any = true;
        const bool kept = out.digits < full;
        if (kept) out.digits = out.digits * 10 + (text.front() - '0');
        if (out.exponent > 1000 || out.exponent < -1000) return {};
        out.exponent += (kept ? 0 : 1) - (after_dot ? 1 : 0);
    }
    if (!any) return {};
    return out;
}

std::optional<Decimal> parse_number(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
    auto out = take_decimal(text);
    if (!out) return {};
    out->negative = negative && out->digits != 0;
    if (text.empty()) return out;
    if (text.front() != 'e' && text.front() != 'E') return {};
    text.remove_prefix(1);
    const bool down = !text.empty() && text.front() == '-';
    if (down || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
    if (text.empty() || text.size() > 4) return {};
    int exponent = 0;
    for (const char c : text) {
        if (!is_digit(c)) return {};
        exponent = exponent * 10 + (c - '0');
    }
    out->exponent += down ? -exponent : exponent;
    return out;
}

// The magnitude × factor, rounded half up; empty when beyond what any date or duration needs.
std::optional<std::int64_t> scaled(const Decimal& number, std::int64_t factor) {
    constexpr int128 limit = int128{elapsed_limit} * 3600;
    int128 value = int128{number.digits} * factor;
    int exponent = number.exponent;
    for (; exponent > 0 && value != 0; --exponent) {
        value *= 10;
        if (value > limit) return {};
    }
    for (; exponent < -1 && value != 0; ++exponent) value /= 10;
    if (exponent == -1) value = (value + 5) / 10;
    if (value > limit) return {};
    return static_cast<std::int64_t>(value);
}

void append_padded(std::string& out, std::int64_t value, int width) {
    char digits[20];
    int count = 0;
    for (; value > 0 || count < width; value /= 10) digits[count++] = static_cast<char>('0' + value % 10);
    while (count > 0) out += digits[--count];
}

// "08:30:00", and more than 24 hours when there are.
void append_clock(std::string& out, std::int64_t seconds) {
    append_padded(out, seconds / 3600, 2);
    out += ':';
    append_padded(out, seconds / 60 % 60, 2);
    out += ':';
    append_padded(out, seconds % 60, 2);
}

void append_moment(std::string& out, std::chrono::sys_days day, std::int64_t seconds) {
    const std::chrono::year_month_day date(day);
    append_padded(out, static_cast<int>(date.year()), 4);
    out += '-';
    append_padded(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    append_padded(out, static_cast<unsigned>(date.day()), 2);
    if (seconds == 0) return;
    out += 'T';
    append_clock(out, seconds);
}

// Reads exactly `count` digits and the character `after` when there is one.
std::optional<int> take_digits(std::string_view& text, std::size_t count, char after = 0) {
    const std::size_t length = count + (after != 0 ? 1 : 0);
    if (text.size() < length || (after != 0 && text[count] != after)) return {};
    int value = 0;
    for (const char c : text.substr(0, count)) {
        if (!is_digit(c)) return {};
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(length);
    return value;
}

// "08:30", "08:30:00", "08:30:00.25", with a Z or without: seconds, rounded, of at most a day.
std::optional<std::int64_t> parse_clock(std::string_view text) {
    if (!text.empty() && text.back() == 'Z') text.remove_suffix(1);
    const auto hours = take_digits(text, 2, ':');
    const auto minutes = take_digits(text, 2);
    if (!hours || !minutes || *hours > 24 || *minutes > 59) return {};
    std::int64_t seconds = *hours * 3600 + *minutes * 60;
    if (!text.empty()) {
        if (text.front() != ':' || text.size() < 3 || !is_digit(text[1]) || !is_digit(text[2])) return {};
        text.remove_prefix(1);
        const auto read = take_decimal(text);
        const auto rounded = read ? scaled(*read, 1) : std::nullopt;
        if (!rounded || *rounded > 60 || !text.empty()) return {};
        seconds += *rounded;
    }
    if (seconds > day_seconds) return {};
    return seconds;
}

}  // namespace

bool append_serial(std::string& out, std::string_view stored, NumberShape shape, bool epoch_1904) {
    using namespace std::chrono;
    const auto number = parse_number(stored);
    const auto total = number ? scaled(*number, day_seconds) : std::nullopt;
    if (!total) return false;
    if (shape == NumberShape::elapsed) {
        if (number->negative && *total != 0) out += '-';
        append_clock(out, *total);
        return true;
    }
    const std::int64_t serial = *total / day_seconds;
    const std::int64_t seconds = *total % day_seconds;
    if (number->negative || serial > (epoch_1904 ? last_serial - shift_1904 : last_serial)) return false;
    if (serial == 0 && (shape == NumberShape::moment || !epoch_1904)) {
        if (shape != NumberShape::moment) return false;
        append_clock(out, seconds);
        return true;
    }
    if (!epoch_1904 && serial == 60) return false;
    const auto base = epoch_1904 ? sys_days(year(1904) / January / 1) : sys_days(year(1899) / December / 30);
    append_moment(out, base + days(serial + (!epoch_1904 && serial < 60 ? 1 : 0)), seconds);
    return true;
}

bool append_iso(std::string& out, std::string_view stored) {
    using namespace std::chrono;
    if (!stored.empty() && stored.front() == 'T') stored.remove_prefix(1);
    if (stored.size() > 2 && stored[2] == ':') {
        const auto seconds = parse_clock(stored);
        if (seconds) append_clock(out, *seconds);
        return seconds.has_value();
    }
    const auto y = take_digits(stored, 4, '-');
    const auto m = take_digits(stored, 2, '-');
    const auto d = take_digits(stored, 2);
    if (!y || !m || !d) return false;
    const year_month_day date(year(*y), month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d)));
    if (!date.ok()) return false;
    std::int64_t seconds = 0;
    if (!stored.empty() && stored != "Z") {
        if (stored.front() != 'T' && stored.front() != ' ') return false;
        const auto clock = parse_clock(stored.substr(1));
        if (!clock) return false;
        seconds = *clock;
    }
    append_moment(out, sys_days(date) + days(seconds / day_seconds), seconds % day_seconds);
    return true;
}

bool append_duration(std::string& out, std::string_view stored) {
    const bool negative = !stored.empty() && stored.front() == '-';
    if (negative) stored.remove_prefix(1);
    if (stored.size() < 3 || stored.front() != 'P') return false;
    stored.remove_prefix(1);
    bool time = false;
    std::int64_t total = 0;
    while (!stored.empty()) {
        if (stored.front() == 'T' && !time) {
            time = true;
            stored.remove_prefix(1);
            continue;
        }
        const auto number = take_decimal(stored);
        if (!number || stored.empty()) return false;
        const char unit = stored.front();
        stored.remove_prefix(1);
        const std::int64_t factor = unit == 'D' && !time ? day_seconds
                                    : !time              ? 0
                                    : unit == 'H'        ? 3600
                                    : unit == 'M'        ? 60
                                    : unit == 'S'        ? 1
                                                         : 0;
        const auto seconds = factor != 0 ? scaled(*number, factor) : std::nullopt;
        if (!seconds) return false;
        total += *seconds;
        if (total > elapsed_limit * 3600) return false;
    }
    if (negative && total != 0) out += '-';
    append_clock(out, total);
    return true;
}

}  // namespace clausier::sheets
