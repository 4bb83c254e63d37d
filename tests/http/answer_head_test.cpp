// The head of an answer, and that nothing a handler says can break out of it.
#include "answer_head.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::http;

namespace {

const AnswerFrame frame{"OK", "Sun, 06 Nov 1994 08:49:37 GMT", "abc", true, false};

std::string head_of(const Response& response, const AnswerFrame& with = frame) {
    std::string out;
    return write_head(out, response, with) ? out : "refused" + out;
}

}  // namespace

TEST_CASE("a head has the fields of the answer and those of the server") {
    const Response response{.headers = {{"Content-Type", "text/plain"}}, .body = "abc"};
    CHECK(head_of(response) ==
          "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n"
          "X-Request-Id: abc\r\n\r\n");
}

TEST_CASE("the connection is told when it closes, and to HTTP/1.0 when it stays") {
    auto closing = frame;
    closing.keep_alive = false;
    CHECK(head_of({}, closing).ends_with("Connection: close\r\n\r\n"));
    auto old = frame;
    old.old = true;
    CHECK(head_of({}, old).ends_with("Connection: keep-alive\r\n\r\n"));
    old.keep_alive = false;
    CHECK(head_of({}, old).ends_with("Connection: close\r\n\r\n"));
}

TEST_CASE("no length where there is no body") {
    for (const unsigned status : {204U, 304U})
        CHECK(head_of({.status = status}).find("Content-Length") == std::string::npos);
    CHECK(head_of({.status = 404}).find("Content-Length: 0\r\n") != std::string::npos);
}

TEST_CASE("a field that would break its line is refused, one that is the server's own is dropped") {
    for (const auto* value : {"a\r\nX: b", "a\nb", "a\rb", "a\x01"})
        CHECK(head_of({.headers = {{"Location", value}}}) == "refused");
    for (const auto* name : {"", "a b", "a:", "a\r\n"}) CHECK(head_of({.headers = {{name, "x"}}}) == "refused");
    const auto head =
        head_of({.headers = {{"content-length", "99"}, {"Transfer-Encoding", "chunked"}, {"Connection", "x"}}});
    CHECK(head.find("99\r\n") == std::string::npos);
    CHECK(head.find("Transfer-Encoding") == std::string::npos);
    CHECK(head.find("Connection") == std::string::npos);
}

TEST_CASE("dates as HTTP writes them") {
    CHECK(http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(http_date(1772409600) == "Mon, 02 Mar 2026 00:00:00 GMT");
}
