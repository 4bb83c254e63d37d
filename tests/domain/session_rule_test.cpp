// Sessions end by themselves, never come back, and remember little.
#include "clausier/domain/session_rule.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace std::chrono_literals;

namespace {

const core::Instant start{std::chrono::sys_days{std::chrono::year{2026} / 3 / 28} + 23h};
const domain::SessionRule rule;

}  // namespace

TEST_CASE("a session sleeps 30 minutes at most, and lasts 8 hours at most, over a change of hour too") {
    CHECK(rule.holds(start, start, false, start));
    CHECK(rule.holds(start, start, false, start + 30min - 1s));
    CHECK_FALSE(rule.holds(start, start, false, start + 30min));
    CHECK(rule.holds(start, start + 7h + 45min, false, start + 8h - 1s));
    CHECK_FALSE(rule.holds(start, start + 7h + 45min, false, start + 8h));
}

TEST_CASE("between the password and the code there are 10 minutes, whatever happens") {
    CHECK(rule.holds(start, start, true, start + 10min - 1s));
    CHECK_FALSE(rule.holds(start, start + 9min, true, start + 10min));
}

TEST_CASE("a clock put back ends sessions rather than bring them back") {
    CHECK_FALSE(rule.holds(start, start, false, start - 24h));
    CHECK_FALSE(rule.holds(start, start + 1h, false, start + 30min));
    CHECK(rule.holds(start, start, false, start - 5s));
}

TEST_CASE("an address is kept without what tells one machine") {
    CHECK(domain::shortened_peer("203.0.113.42") == "203.0.113.x");
    CHECK(domain::shortened_peer("::ffff:203.0.113.42") == "203.0.113.x");
    CHECK(domain::shortened_peer("2001:db8:1:2:3:4:5:6") == "2001:db8:1::x");
    CHECK(domain::shortened_peer("2001:db8::6") == "2001:db8::x");
    CHECK(domain::shortened_peer("::1") == "::1");
    CHECK(domain::shortened_peer("") == "");
    CHECK(domain::shortened_peer("<script>") == "autre");
}

TEST_CASE("of a User-Agent the program and the system are kept") {
    CHECK(domain::shortened_agent("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0") ==
          "Firefox, Windows");
    CHECK(domain::shortened_agent("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
                                  "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0") == "Edge, Linux");
    CHECK(domain::shortened_agent("curl/7.88.1") == "curl");
    CHECK(domain::shortened_agent("\"><b>zq</b>") == "autre programme");
    CHECK(domain::shortened_agent("") == "");
}
