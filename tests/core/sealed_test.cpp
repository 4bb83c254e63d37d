// What is sealed opens with its key alone, and only as it was.
#include "clausier/core/sealed.hpp"

#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

#include "clausier/core/secret.hpp"

using namespace clausier;

TEST_CASE("a sealed text opens with its key, and shows nothing of the text") {
    const std::string key = core::random_token(32);
    const std::string sealed = core::seal("GEZDGNBVGY3TQOJQ", key);
    CHECK(core::unseal(sealed, key) == "GEZDGNBVGY3TQOJQ");
    CHECK(core::unseal(core::seal("", key), key) == "");
    CHECK(sealed != core::seal("GEZDGNBVGY3TQOJQ", key));
    CHECK(sealed.find("GEZD") == std::string::npos);
}

TEST_CASE("another key, a changed digit or a cut opens nothing") {
    const std::string key = core::random_token(32);
    const std::string sealed = core::seal("GEZDGNBVGY3TQOJQ", key);
    CHECK_FALSE(core::unseal(sealed, core::random_token(32)));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        std::string changed = sealed;
        changed[i] = changed[i] == '0' ? '1' : '0';
        CHECK_FALSE(core::unseal(changed, key));
    }
    CHECK_FALSE(core::unseal(sealed.substr(2), key));
    CHECK_FALSE(core::unseal("", key));
    CHECK_FALSE(core::unseal("zz", key));
}

TEST_CASE("a key that is no key is a fault of the program") {
    CHECK_THROWS_AS(core::seal("x", "abcd"), std::invalid_argument);
    CHECK_THROWS_AS(core::unseal("x", std::string(64, 'z')), std::invalid_argument);
}
