// The letters of HTTP.
#include "field_syntax.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace clausier::http;

TEST_CASE("tokens are letters, digits and fifteen marks") {
    int count = 0;
    for (int c = 0; c < 256; ++c) count += is_token(std::string(1, static_cast<char>(c))) ? 1 : 0;
    CHECK(count == 26 + 26 + 10 + 15);
    CHECK(is_token("Content-Type"));
    CHECK_FALSE(is_token(""));
    CHECK_FALSE(is_token(std::string("a\0b", 3)));
}

TEST_CASE("values hold anything but control characters") {
    CHECK(is_field_value("a\tb \xc3\xa9"));
    for (const auto* bad : {"a\r", "a\n", "\x01", "\x7f"}) CHECK_FALSE(is_field_value(bad));
}

TEST_CASE("words are compared without case, lists taken apart by their separator") {
    CHECK(same_word("Keep-Alive", "keep-alive"));
    CHECK_FALSE(same_word("keep", "keep-alive"));
    std::string_view list = " a ,, b\t";
    CHECK(take_element(list) == "a");
    CHECK(take_element(list).empty());
    CHECK(take_element(list) == "b");
    CHECK(list.empty());
    CHECK(lists_word("x, Y", "y"));
    CHECK_FALSE(lists_word("xy", "y"));
    CHECK(trim_blanks(" \t ").empty());
}
