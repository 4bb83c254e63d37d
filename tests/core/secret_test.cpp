// Tokens differ, tags need the key, comparison is exact.
#include "clausier/core/secret.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::core;

TEST_CASE("a random token has two digits a byte and never comes twice") {
    const std::string token = random_token();
    CHECK(token.size() == 32);
    CHECK(token.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(token != random_token());
    CHECK(random_token(8).size() == 16);
}

TEST_CASE("a keyed tag is HMAC-SHA-256") {
    // RFC 4231, test case 2.
    CHECK(keyed_tag("what do ya want for nothing?", "Jefe") ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(keyed_tag("a", "k1") != keyed_tag("a", "k2"));
}

TEST_CASE("secrets are the same only when every byte is") {
    CHECK(same_secret("abc", "abc"));
    CHECK_FALSE(same_secret("abc", "abd"));
    CHECK_FALSE(same_secret("abc", "ab"));
    CHECK(same_secret("", ""));
}
