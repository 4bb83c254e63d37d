// Places are counted in all and by address, and come back.
#include "connection_limits.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

using clausier::http::ConnectionLimits;

TEST_CASE("so many in all, whoever they are") {
    ConnectionLimits limits(3, 0, "");
    std::vector<ConnectionLimits::Place> held;
    for (int i = 0; i < 3; ++i) held.push_back(limits.take("10.0.0.1"));
    CHECK(held.back());
    CHECK_FALSE(limits.take("10.0.0.2"));
    held.pop_back();
    CHECK(limits.take("10.0.0.2"));
}

TEST_CASE("so many for one address, the proxy not counted") {
    ConnectionLimits limits(100, 2, "192.0.2.9");
    std::vector<ConnectionLimits::Place> held;
    for (const auto* address : {"10.0.0.1", "10.0.0.1", "2001:db8::1", "2001:db8::2"})
        held.push_back(limits.take(address));
    for (const auto& place : held) CHECK(place);
    CHECK_FALSE(limits.take("10.0.0.1"));
    CHECK_FALSE(limits.take("2001:db8::3"));
    CHECK(limits.take("10.0.0.2"));
    for (int i = 0; i < 10; ++i) held.push_back(limits.take("192.0.2.9"));
    CHECK(held.back());
    held.clear();
    CHECK(limits.take("10.0.0.1"));
}
