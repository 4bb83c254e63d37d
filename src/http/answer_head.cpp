// The status line and the fields, appended to one string that each connection keeps.
#include "answer_head.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

#include "field_syntax.hpp"

namespace clausier::http {
namespace {

void append_number(std::string& out, std::uint64_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
    out += name;
    out += ": ";
    out += value;
    out += "\r\n";
}

// Fields that only the server may write.
bool is_ours(std::string_view name) {
    static constexpr std::string_view ours[] = {"Content-Length", "Transfer-Encoding", "Connection", "Date",
                                                "X-Request-Id"};
    return std::any_of(std::begin(ours), std::end(ours), [&](auto own) { return same_word(own, name); });
}

}  // namespace

bool may_have_body(unsigned status) { return status >= 200 && status != 204 && status != 304; }

bool write_head(std::string& out, const Response& response, const AnswerFrame& frame) {
    for (const Header& field : response.headers)
        if (!is_token(field.name) || !is_field_value(field.value)) return false;
    out += "HTTP/1.1 ";
    append_number(out, response.status);
    out += ' ';
    out += frame.reason;
    out += "\r\n";
    append_field(out, "Date", frame.date);
    for (const Header& field : response.headers)
        if (!is_ours(field.name)) append_field(out, field.name, field.value);
    if (may_have_body(response.status)) {
        out += "Content-Length: ";
        append_number(out, response.size());
        out += "\r\n";
    }
    append_field(out, "X-Request-Id", frame.id);
    if (!frame.keep_alive)
        out += "Connection: close\r\n";
    else if (frame.old)
        out += "Connection: keep-alive\r\n";
    out += "\r\n";
    return true;
}

std::string http_date(std::int64_t seconds) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t time = seconds;
    std::tm utc{};
    ::gmtime_r(&time, &utc);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days.at(static_cast<std::size_t>(utc.tm_wday)),
                       utc.tm_mday, months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900, utc.tm_hour,
                       utc.tm_min, utc.tm_sec);
}

}  // namespace clausier::http
