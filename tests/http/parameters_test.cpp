// Values with parameters, quoted or not.
#include "parameters.hpp"

#include <catch2/catch_test_macros.hpp>

using clausier::http::parse_parameters;

TEST_CASE("a value and its parameters") {
    const auto got = parse_parameters("form-data ; name=\"a; b\" ;filename=\"C:\\x\\\"y\\\\z\"; q=1").value();
    CHECK(got.value == "form-data");
    CHECK(*got.find("NAME") == "a; b");
    CHECK(*got.find("filename") == "C:\\x\"y\\z");
    CHECK(*got.find("q") == "1");
    CHECK(got.find("x") == nullptr);
    CHECK(parse_parameters("text/html").value().parameters.empty());
    CHECK(parse_parameters("text/html; ").value().parameters.empty());
}

TEST_CASE("what is malformed or double is refused") {
    for (const auto* bad :
         {"a; b", "a; =b", "a; b=", "a; b=\"c", "a; b=\"c\"d", "a; b c=d", "a; b=1; B=2", "a;; b=1"}) {
        INFO(bad);
        CHECK_FALSE(parse_parameters(bad).has_value());
    }
}
