// The access log: one line of key=value for each answer.
#pragma once
#include <chrono>
#include <span>
#include <string>
#include <string_view>

#include "clausier/http/metrics.hpp"

namespace clausier::http {

struct LogEntry : Answered {
    std::chrono::system_clock::time_point at{};
    std::string_view id{};
    std::string_view client{};  // address
    std::string_view target{};  // its query string is left out: personal data may stand there
    std::string_view fault{};   // the type of an exception that escaped the handler, never its text
};

// "at=2026-03-02T09:15:00.250Z id=… client=… method=GET route=/marches/{id} path=/marches/12 status=200 bytes=512
// ms=3". A value with anything but plain visible ASCII is quoted, its odd bytes written \xNN: no target forges a line
// or a key.
std::string log_line(const LogEntry& entry);

// The target as the log may tell it: what follows one of the secret beginnings is replaced by "***".
std::string told_target(std::string_view target, std::span<const std::string> secret_paths);

}  // namespace clausier::http
