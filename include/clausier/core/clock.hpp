// The time, handed in: the domain never asks what day it is.
#pragma once
#include <chrono>

namespace clausier::core {

// Seconds since 1970 in UTC.
using Instant = std::chrono::sys_seconds;

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] std::chrono::year_month_day today() const {
        return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(now()));
    }
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
};

// For tests, and for replaying a day.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant instant) : instant_(instant) {}
    [[nodiscard]] Instant now() const override { return instant_; }

private:
    Instant instant_;
};

}  // namespace clausier::core
