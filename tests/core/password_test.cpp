// A password is recognised by what is kept of it, and cannot be read from it.
#include "clausier/core/password.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace clausier;

TEST_CASE("a password is recognised by its hash, and no other is") {
    const std::string hash = core::hash_password("un cheval de trait gris");
    CHECK(core::verify_password(hash, "un cheval de trait gris"));
    CHECK_FALSE(core::verify_password(hash, "un cheval de trait gri"));
    CHECK_FALSE(core::verify_password(hash, ""));
    CHECK_FALSE(core::verify_password("", "un cheval de trait gris"));
    CHECK_FALSE(core::verify_password("un cheval de trait gris", "un cheval de trait gris"));
    CHECK_FALSE(core::verify_password(hash + std::string(200, 'x'), "un cheval de trait gris"));
}

TEST_CASE("the whole of a long password counts, zero bytes and letters of any alphabet included") {
    const std::string longest(256, 'a');
    CHECK_FALSE(core::verify_password(core::hash_password(longest), longest.substr(1)));
    const std::string odd = std::string("clé\0 de voûte", 15);
    const std::string hash = core::hash_password(odd);
    CHECK(core::verify_password(hash, odd));
    CHECK_FALSE(core::verify_password(hash, "clé"));
}

TEST_CASE("argon2id takes at least 19 MiB and 2 passes, and a salt of its own each time") {
    const std::string hash = core::hash_password("un cheval de trait gris");
    REQUIRE(hash.starts_with("$argon2id$v=19$m="));
    const std::size_t m = hash.find("m=") + 2, t = hash.find("t=") + 2, p = hash.find("p=") + 2;
    CHECK(std::stol(hash.substr(m)) >= 19 * 1024);
    CHECK(std::stol(hash.substr(t)) >= 2);
    CHECK(std::stol(hash.substr(p)) == 1);
    CHECK(hash != core::hash_password("un cheval de trait gris"));
}

TEST_CASE("a hash made with less work is made again") {
    CHECK_FALSE(core::needs_rehash(core::hash_password("un cheval de trait gris")));
    CHECK(
        core::needs_rehash("$argon2id$v=19$m=8192,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$"
                           "3Wz8iQY7wP6Yw0m2o1jKq3cVYh0oT0l2b9pY1c5yq8E"));
    CHECK(core::needs_rehash(""));
}

TEST_CASE("checking nobody's password is as much work, and no fault") { CHECK_NOTHROW(core::verify_nobody("x")); }
