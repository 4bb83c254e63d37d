// Failures make one wait, longer and longer, never forever.
#include "clausier/domain/login_throttle.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace std::chrono_literals;

namespace {

const core::Instant last{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2} + 8h};
std::chrono::seconds wait(int count, std::chrono::seconds after = 0s) {
    return domain::login_wait({count, last}, last + after);
}

}  // namespace

TEST_CASE("ten failures are free, then one waits twice as long each time, a quarter of an hour at most") {
    for (int count = 0; count < 10; ++count) CHECK(wait(count) == 0s);
    CHECK(wait(10) == 30s);
    CHECK(wait(11) == 60s);
    CHECK(wait(12) == 120s);
    CHECK(wait(14) == 480s);
    CHECK(wait(15) == 900s);
    CHECK(wait(1'000'000) == 900s);
}

TEST_CASE("waiting ends, and a day later all is forgotten") {
    CHECK(wait(10, 29s) == 1s);
    CHECK(wait(10, 30s) == 0s);
    CHECK(wait(1'000'000, 900s) == 0s);
    CHECK(wait(1'000'000, 24h) == 0s);
}

TEST_CASE("an address forgets a failure every 36 s, and counting one loses no time passed") {
    const auto address = [&](int count, std::chrono::seconds after) {
        return domain::still_counted({count, last}, last + after);
    };
    CHECK(address(5, 35s).count == 5);
    CHECK(address(5, 40s).count == 4);
    CHECK(address(5, 40s).last == last + 36s);
    CHECK(address(5, 1h).count == 0);
    CHECK(address(100, 1h).count == 0);
    CHECK(address(100, -24h).count == 100);
    CHECK(domain::address_wait({99, last}, last) == 0s);
    CHECK(domain::address_wait({100, last}, last) == 36s);
    CHECK(domain::address_wait({100, last}, last + 30s) == 6s);
    CHECK(domain::address_wait({100, last}, last + 36s) == 0s);
    CHECK(domain::address_wait({100, last}, last - 24h) == 36s);
}

TEST_CASE("a clock put back makes nobody wait longer than the longest wait") { CHECK(wait(15, -24h) == 900s); }
