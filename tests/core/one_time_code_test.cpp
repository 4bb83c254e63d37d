// One-time codes are those of every application, serve once and do not outlive their minute.
#include "clausier/core/one_time_code.hpp"

#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

using namespace clausier;
using core::Instant;

namespace {

// "12345678901234567890", the secret of RFC 6238, appendix B.
constexpr const char* rfc = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
Instant at(std::int64_t seconds) { return Instant(std::chrono::seconds(seconds)); }

}  // namespace

TEST_CASE("codes are those of RFC 6238, their last six digits") {
    CHECK(core::one_time_code(rfc, at(59)) == "287082");
    CHECK(core::one_time_code(rfc, at(1111111109)) == "081804");
    CHECK(core::one_time_code(rfc, at(1234567890)) == "005924");
    CHECK(core::one_time_code(rfc, at(20000000000)) == "353130");
}

TEST_CASE("a code is accepted in its 30 seconds, those before and those after, and not beyond") {
    const Instant made = at(1234567890);  // a step begins
    const std::string code = core::one_time_code(rfc, made);
    const std::int64_t step = core::one_time_step(made);
    CHECK(core::accepted_step(rfc, code, made, 0) == step);
    CHECK(core::accepted_step(rfc, code.substr(0, 3) + " " + code.substr(3), made, 0) == step);
    CHECK(core::accepted_step(rfc, code, made + std::chrono::seconds(59), 0) == step);
    CHECK_FALSE(core::accepted_step(rfc, code, made + std::chrono::seconds(60), 0));
    CHECK(core::accepted_step(rfc, code, made - std::chrono::seconds(30), 0) == step);
    CHECK_FALSE(core::accepted_step(rfc, code, made - std::chrono::seconds(31), 0));
}

TEST_CASE("a code accepted once is refused, and so is one older than it") {
    const Instant now = at(1234567890);
    const std::string code = core::one_time_code(rfc, now);
    const auto step = core::accepted_step(rfc, code, now, 0);
    REQUIRE(step);
    CHECK_FALSE(core::accepted_step(rfc, code, now, *step));
    const std::string before = core::one_time_code(rfc, now - std::chrono::seconds(30));
    CHECK_FALSE(core::accepted_step(rfc, before, now, *step));
    const std::string after = core::one_time_code(rfc, now + std::chrono::seconds(30));
    CHECK(core::accepted_step(rfc, after, now, *step) == *step + 1);
}

TEST_CASE("anything but six right digits is no code") {
    const Instant now = at(1234567890);
    for (const char* text : {"", "5924", "0059240", "00592a", "00-5924", "000000"})
        CHECK_FALSE(core::accepted_step(rfc, text, now, 0));
}

TEST_CASE("a secret is 160 bits in base32, another each time; what is not base32 is no secret") {
    const std::string secret = core::one_time_secret();
    CHECK(secret.size() == 32);
    CHECK(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == std::string::npos);
    CHECK(secret != core::one_time_secret());
    CHECK_THROWS_AS(core::one_time_code("1", at(0)), std::invalid_argument);
}

TEST_CASE("the link names the installation and the account, whatever their letters") {
    CHECK(core::one_time_uri(rfc, "Clausier é", "a&b@valbrume.example") ==
          "otpauth://totp/Clausier%20%C3%A9:a%26b%40valbrume.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
          "&issuer=Clausier%20%C3%A9&algorithm=SHA1&digits=6&period=30");
}
