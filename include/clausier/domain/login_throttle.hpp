// How long one waits after failures in a row: a little at first, never forever.
#pragma once
#include <chrono>

#include "clausier/core/clock.hpp"

namespace clausier::domain {

struct LoginFailures {
    int count = 0;
    core::Instant last{};
};

// Failures before the first wait.
inline constexpr int free_failures = 10;
// After it failures are forgotten.
inline constexpr std::chrono::hours failures_last{24};

// How long still to wait before trying again, zero for none: 30 s after the tenth failure, twice as long after each
// further one, at most 15 min. A clock put back makes nobody wait longer.
std::chrono::seconds login_wait(const LoginFailures& failures, core::Instant now);

// A network address is often that of a whole office: it may fail so many times an hour, one failure being forgotten
// every 36 s.
inline constexpr int address_failures_an_hour = 100;
// Those of an address that still count. `last` is when the latest was forgotten, so that counting another loses nothing
// of the time passed.
LoginFailures still_counted(LoginFailures of_address, core::Instant now);
// How long an address has still to wait: until one more is forgotten, so 36 s at most.
std::chrono::seconds address_wait(const LoginFailures& of_address, core::Instant now);

}  // namespace clausier::domain
