// Request smuggling and abuse, raw on a real socket (RFC 9112 §6 and §7): one refusal, then a closed socket, and never
// an answer to what was hidden behind.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "http/test_server.hpp"

using namespace clausier;
using namespace clausier::tests;

namespace {

struct Vector {
    const char* what;
    int status;
    std::string bytes;
};

const std::string smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

std::string post(std::string_view lines, std::string_view body) {
    return "POST /echo HTTP/1.1\r\nHost: a\r\n" + std::string(lines) + "\r\n" + std::string(body) + smuggled;
}

const std::vector<Vector> vectors{
    {"Content-Length and chunked", 400, post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
    {"chunked and Content-Length", 400, post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n")},
    {"gzip and Content-Length", 400, post("Transfer-Encoding: gzip\r\nContent-Length: 5\r\n", "hello")},
    {"identity", 501, post("Transfer-Encoding: identity\r\n", "hello")},
    {"xchunked", 501, post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")},
    {"gzip, chunked", 501, post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")},
    {"chunked, chunked", 400, post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n")},
    {"chunked twice", 400, post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
    {"chunked hidden by a vertical tab", 400,
     post("Transfer-Encoding: \x0b"
          "chunked\r\n",
          "0\r\n\r\n")},
    {"space before the colon", 400, post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n")},
    {"two different lengths", 400, post("Content-Length: 5\r\nContent-Length: 0\r\n", "hello")},
    {"two equal lengths", 400, post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello")},
    {"a list of lengths", 400, post("Content-Length: 5, 5\r\n", "hello")},
    {"a signed length", 400, post("Content-Length: +5\r\n", "hello")},
    {"a length in hexadecimal", 400, post("Content-Length: 0x5\r\n", "hello")},
    {"a length beyond 64 bits", 400, post("Content-Length: 18446744073709551621\r\n", "hello")},
    {"a folded field", 400, post("X: a\r\n Content-Length: 5\r\n", "hello")},
    {"a bare CR", 400, post("X: a\rContent-Length: 5\r\n", "hello")},
    {"a bare LF", 400, post("X: a\nContent-Length: 5\r\n", "hello")},
    {"a NUL", 400, post(std::string("X: a\0b\r\n", 8), "")},
    {"no Host", 400, "GET / HTTP/1.1\r\n\r\n" + smuggled},
    {"two Hosts", 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + smuggled},
    {"absolute form", 400, "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n" + smuggled},
    {"asterisk form", 400, "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n" + smuggled},
    {"authority form", 400, "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n" + smuggled},
    {"chunked on HTTP/1.0", 400,
     "POST /echo HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" +
         smuggled},
    {"HTTP/2.0", 505, "GET / HTTP/2.0\r\nHost: a\r\n\r\n" + smuggled},
    {"HTTP/0.9", 400, "GET /\r\n" + smuggled},
    {"lines ended by LF", 400, "GET / HTTP/1.1\nHost: a\n\n" + smuggled},
    {"an unknown expectation", 417, post("Expect: magic\r\nContent-Length: 5\r\n", "hello")},
    {"a request line of 9 KiB", 414, "GET /" + std::string(9 << 10, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n" + smuggled},
    {"17 KiB of fields", 431, post("X: " + std::string(17 << 10, 'a') + "\r\n", "")},
    {"endless fields", 431, "GET / HTTP/1.1\r\n" + std::string(200 << 10, 'a')},
    {"a bare LF after a chunk size", 400, post("Transfer-Encoding: chunked\r\n", "5\nhello\r\n0\r\n\r\n")},
    {"a bare LF after a chunk", 400, post("Transfer-Encoding: chunked\r\n", "5\r\nhello\n0\r\n\r\n")},
    {"a chunk longer than told", 400, post("Transfer-Encoding: chunked\r\n", "3\r\nhello\r\n0\r\n\r\n")},
    {"a chunk extension", 400, post("Transfer-Encoding: chunked\r\n", "5;a=b\r\nhello\r\n0\r\n\r\n")},
    {"a chunk size that overflows", 400,
     post("Transfer-Encoding: chunked\r\n", "10000000000000005\r\nhello\r\n0\r\n\r\n")},
    {"a chunk size with 0x", 400, post("Transfer-Encoding: chunked\r\n", "0x5\r\nhello\r\n0\r\n\r\n")},
    {"a chunk size with a space", 400, post("Transfer-Encoding: chunked\r\n", "5 \r\nhello\r\n0\r\n\r\n")},
    {"a trailer", 400, post("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\nX: y\r\n\r\n")},
    {"a length over the limit", 413, post("Content-Length: 10000000000\r\n", std::string(5000, 'a'))},
    {"a chunk over the limit", 413, post("Transfer-Encoding: chunked\r\n", "FFFFFFFF\r\n" + std::string(5000, 'a'))},
    {"chunks that add up over the limit", 413,
     post("Transfer-Encoding: chunked\r\n",
          "1F4\r\n" + std::string(500, 'a') + "\r\n1F5\r\n" + std::string(501, 'a') + "\r\n0\r\n\r\n")},
};

}  // namespace

TEST_CASE("one refusal, a closed socket, and no answer to what follows") {
    TestServer server;
    for (const auto& vector : vectors) {
        INFO(vector.what);
        const auto got = server.say(vector.bytes);
        CHECK(status_of(got) == vector.status);
        CHECK(answers_in(got) == 1);
        CHECK(has(got, "Connection: close\r\n"));
    }
    CHECK(server.handler.handled == 0);
}

TEST_CASE("a good request before a bad one is answered, what follows the bad one is not") {
    TestServer server;
    const auto got = server.say("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n" + smuggled);
    CHECK(answers_in(got) == 2);
    CHECK(status_of(got) == 200);
    CHECK(has(got, "HTTP/1.1 400 "));
    CHECK(server.handler.handled == 1);
}

TEST_CASE("a request that stops in its middle is told so, and is not handled") {
    TestServer server;
    for (const auto* bytes :
         {"GET / HTTP/1.1\r\nHost: a\r\n", "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhel",
          "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"}) {
        RawClient client(server.port());
        client.send(bytes);
        client.finish_sending();
        const auto got = client.all();
        CHECK(status_of(got) == 400);
        CHECK(answers_in(got) == 1);
    }
    CHECK(server.handler.handled == 0);
    RawClient silent(server.port());
    silent.finish_sending();
    CHECK(silent.all().empty());
}

TEST_CASE("a whole request is answered even when the client sends no more") {
    TestServer server;
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    client.finish_sending();
    CHECK(status_of(client.all()) == 200);
}
