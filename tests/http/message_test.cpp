// Header fields by name, and the size of an answer.
#include "clausier/http/message.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::http;

TEST_CASE("fields keep their order, and names know no case") {
    Headers headers{{"Accept", "a"}, {"accept", "b"}, {"Host", "c"}};
    CHECK(headers.get("ACCEPT") == "a");
    CHECK_FALSE(headers.has("Accep"));
    headers.set("aCCept", "d");
    CHECK(headers.size() == 2);
    CHECK(headers.get("Accept") == "d");
    CHECK(headers.begin()->name == "Host");
    headers.remove("hosT");
    CHECK_FALSE(headers.has("Host"));
}

TEST_CASE("the body of an answer is its file, or else what is shared, or else its own") {
    Response response;
    response.body = "12";
    CHECK(response.size() == 2);
    response.shared = std::make_shared<const std::string>("123");
    CHECK(response.size() == 3);
    response.file = std::make_shared<Spool>();
    response.file->write("1234");
    CHECK(response.size() == 4);
}
