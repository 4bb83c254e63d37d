// Base64 of URLs: one text for each run of bytes, and no other is read.
#include "base64url.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace clausier::outside {
namespace {

TEST_CASE("the examples of RFC 4648 §10, without padding") {
    const std::pair<const char*, const char*> examples[] = {
        {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},         {"foo", "Zm9v"},
        {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : examples) {
        CAPTURE(bytes);
        CHECK(to_base64url(bytes) == text);
        CHECK(from_base64url(text) == bytes);
    }
    CHECK(to_base64url("\xfb\xff") == "-_8");
}

TEST_CASE("what the encoding would not write is refused") {
    for (const std::string text : {"Zg==", "Zg=", "Zh", "Zm9", "Z", "Zm 9v", "Zm9v\n", "+/8", "Zm9v.",
                                   "\xb2\x85\x9c\xc9", "Nzc3\xb2\x85\x9c\xc9Nzcw"}) {
        CAPTURE(text);
        CHECK_FALSE(from_base64url(text));
    }
    CHECK_FALSE(from_base64url(std::string("Zm\0v", 4)));
}

TEST_CASE("every byte comes back as it went") {
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) {
        bytes.push_back(static_cast<char>(byte));
        CHECK(from_base64url(to_base64url(bytes)) == bytes);
    }
}

}  // namespace
}  // namespace clausier::outside
