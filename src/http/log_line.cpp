// Writes log values so that none can be taken for another key or another line.
#include "clausier/http/log_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <iterator>

namespace clausier::http {
namespace {

constexpr std::size_t longest_value = 512;

bool is_plain(char c) { return c > ' ' && c < 0x7f && c != '"' && c != '\\' && c != '='; }

void append_value(std::string& out, std::string_view key, std::string_view value) {
    out += ' ';
    out += key;
    out += '=';
    const bool cut = value.size() > longest_value;
    value = value.substr(0, longest_value);
    if (!value.empty() && !cut && std::all_of(value.begin(), value.end(), is_plain)) {
        out += value;
        return;
    }
    out += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c >= ' ' && c < 0x7f) {
            out += c;
        } else {
            fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned char>(c));
        }
    }
    out += cut ? "...\"" : "\"";
}

void append_time(std::string& out, std::chrono::system_clock::time_point at) {
    const auto millis = std::chrono::floor<std::chrono::milliseconds>(at);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(millis);
    const std::time_t time = seconds.time_since_epoch().count();
    std::tm utc{};
    ::gmtime_r(&time, &utc);
    fmt::format_to(std::back_inserter(out), "at={:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", utc.tm_year + 1900,
                   utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec, (millis - seconds).count());
}

}  // namespace

std::string told_target(std::string_view target, std::span<const std::string> secret_paths) {
    for (const std::string& secret : secret_paths)
        if (target.starts_with(secret) && target.size() > secret.size()) return secret + "***";
    return std::string(target);
}

std::string log_line(const LogEntry& entry) {
    std::string out;
    out.reserve(200);
    append_time(out, entry.at);
    append_value(out, "id", entry.id);
    append_value(out, "client", entry.client);
    append_value(out, "method", entry.method.empty() ? "-" : entry.method);
    append_value(out, "route", entry.route.empty() ? "-" : entry.route);
    const auto path = entry.target.substr(0, entry.target.find('?'));
    append_value(out, "path", path.empty() ? "-" : path);
    fmt::format_to(std::back_inserter(out), " status={} bytes={} ms={}", entry.status, entry.bytes,
                   std::chrono::duration_cast<std::chrono::milliseconds>(entry.took).count());
    if (!entry.fault.empty()) append_value(out, "fault", entry.fault);
    return out;
}

}  // namespace clausier::http
