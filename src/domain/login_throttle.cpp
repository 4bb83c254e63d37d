// The wait doubles with each failure of an account; an address has so many an hour.
#include "clausier/domain/login_throttle.hpp"

#include <algorithm>

namespace clausier::domain {
namespace {

constexpr std::chrono::seconds first_wait{30};
constexpr std::chrono::seconds longest_wait{15 * 60};
constexpr std::chrono::seconds one_forgotten = std::chrono::seconds(std::chrono::hours(1)) / address_failures_an_hour;

}  // namespace

std::chrono::seconds login_wait(const LoginFailures& failures, core::Instant now) {
    using std::chrono::seconds;
    if (failures.count < free_failures || now - failures.last >= failures_last) return seconds{0};
    const int doublings = std::min(failures.count - free_failures, 5);
    const seconds wait = std::min(longest_wait, first_wait * (1 << doublings));
    const seconds passed = std::max(seconds{0}, now - failures.last);
    return std::max(seconds{0}, wait - passed);
}

LoginFailures still_counted(LoginFailures failures, core::Instant now) {
    // A clock put back, or nothing left to forget.
    if (failures.last > now || failures.count <= 0) return {std::max(failures.count, 0), now};
    const auto forgotten = (now - failures.last) / one_forgotten;
    if (forgotten >= failures.count) return {0, now};
    return {failures.count - static_cast<int>(forgotten), failures.last + forgotten * one_forgotten};
}

std::chrono::seconds address_wait(const LoginFailures& of_address, core::Instant now) {
    const LoginFailures left = still_counted(of_address, now);
    if (left.count < address_failures_an_hour) return std::chrono::seconds{0};
    return std::chrono::duration_cast<std::chrono::seconds>(one_forgotten - (now - left.last));
}

}  // namespace clausier::domain
