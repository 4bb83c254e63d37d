// Addresses in their usual writing, and what a trusted proxy may say.
#include "host.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::http;

namespace {

Head from(std::string peer, std::initializer_list<Header> headers) {
    Head head;
    head.peer = std::move(peer);
    head.headers = headers;
    believe_proxy(head, "192.0.2.9");
    return head;
}

}  // namespace

TEST_CASE("addresses have one writing") {
    CHECK(plain_address("10.0.0.1") == "10.0.0.1");
    CHECK(plain_address("::ffff:10.0.0.1") == "10.0.0.1");
    CHECK(plain_address("2001:DB8:0::1") == "2001:db8::1");
    for (const auto* none : {"", "a", "10.0.0", "10.0.0.1 ", "1.2.3.4.5", "[::1]", "::1%lo", "999.0.0.1"})
        CHECK(plain_address(none).empty());
    CHECK(plain_address(std::string(500, '1')).empty());
}

TEST_CASE("IPv6 is counted by its first 64 bits, IPv4 whole") {
    CHECK(address_group("2001:db8:1:2:3:4:5:6") == address_group("2001:db8:1:2::1"));
    CHECK(address_group("2001:db8:1:2::1") != address_group("2001:db8:1:3::1"));
    CHECK(address_group("10.0.0.1") == "10.0.0.1");
}

TEST_CASE("the rightmost element that is not the proxy is the client") {
    CHECK(from("192.0.2.9", {{"X-Forwarded-For", "203.0.113.5, 198.51.100.7"}}).peer == "198.51.100.7");
    CHECK(from("192.0.2.9", {{"X-Forwarded-For", "198.51.100.7, 192.0.2.9"}}).peer == "198.51.100.7");
    CHECK(from("192.0.2.9", {{"X-Forwarded-For", "203.0.113.5"}, {"x-forwarded-for", "198.51.100.7"}}).peer ==
          "198.51.100.7");
    CHECK(from("192.0.2.9", {{"X-Forwarded-For", "2001:DB8::1"}}).peer == "2001:db8::1");
}

TEST_CASE("nobody else is believed, and nonsense leaves the proxy's address") {
    CHECK(from("203.0.113.66", {{"X-Forwarded-For", "198.51.100.7"}, {"X-Forwarded-Proto", "https"}}).peer ==
          "203.0.113.66");
    CHECK_FALSE(from("203.0.113.66", {{"X-Forwarded-Proto", "https"}}).secure);
    for (const auto* nonsense : {"", ",", "inconnu", "203.0.113.5, inconnu", "192.0.2.9", "1.2.3.4:80"})
        CHECK(from("192.0.2.9", {{"X-Forwarded-For", nonsense}}).peer == "192.0.2.9");
    CHECK(from("192.0.2.9", {}).peer == "192.0.2.9");
}

TEST_CASE("the scheme is what the proxy says") {
    CHECK(from("192.0.2.9", {{"X-Forwarded-Proto", "https"}}).secure);
    CHECK_FALSE(from("192.0.2.9", {{"X-Forwarded-Proto", "http"}}).secure);
    CHECK_FALSE(from("192.0.2.9", {}).secure);
}
