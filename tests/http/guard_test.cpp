// The guard: every shape of head that two programs could read in two ways, and those that it must let through.
#include "clausier/http/guard.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace clausier::http;

namespace {

struct Judged {
    unsigned status = 0;
    std::string why;
    Head head;
    Framing framing;
};

// What the guard says of these bytes, given at once; status 0: accepted, 1: it waits for more.
Judged judged(std::string_view bytes, const HeadLimits& limits = {}) {
    Judged out;
    HeadScan scan(limits);
    Verdict verdict;
    if (scan.scan(bytes))
        verdict = judge(scan.lines(bytes), out.head, out.framing);
    else if (verdict = scan.verdict(); !verdict.refused())
        verdict = {1, ""};
    out.status = verdict.status;
    out.why = verdict.why;
    return out;
}

unsigned status(std::string_view bytes) { return judged(bytes).status; }

// A good request with these lines more.
std::string with(std::string_view lines) { return "POST / HTTP/1.1\r\nHost: a\r\n" + std::string(lines) + "\r\n"; }

}  // namespace

TEST_CASE("a head gives its method, target and fields") {
    const auto got =
        judged("GET /marches?texte=a%20b HTTP/1.1\r\nHost: exemple.test:8080\r\nAccept:  text/html \r\n\r\n");
    CHECK(got.status == 0);
    CHECK(got.head.method == "GET");
    CHECK(got.head.target == "/marches?texte=a%20b");
    CHECK(got.head.headers.get("accept") == "text/html");
    CHECK_FALSE(got.head.length.has_value());
    CHECK_FALSE(got.framing.chunked);
    CHECK(got.framing.keep_alive);
}

TEST_CASE("the head may come byte by byte, and what follows it is left alone") {
    const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    const std::string bytes = head + "GET /next";
    HeadScan scan;
    for (std::size_t n = 1; n < head.size(); ++n) {
        REQUIRE_FALSE(scan.scan(bytes.substr(0, n)));
        REQUIRE_FALSE(scan.verdict().refused());
    }
    REQUIRE(scan.scan(bytes));
    CHECK(scan.size() == head.size());
    CHECK(scan.lines(bytes) == head);
}

TEST_CASE("one empty line before the request is passed over, not two") {
    CHECK(status("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") == 0);
    CHECK(status("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
}

TEST_CASE("the request line has three parts, one space apart") {
    for (const auto* line : {"GET /", "GET", "GET  / HTTP/1.1", "GET / / HTTP/1.1", " GET / HTTP/1.1",
                             "GET / HTTP/1.1 ", "GET /\tHTTP/1.1", "G(T / HTTP/1.1", "GET / http/1.1",
                             "GET / HTTP/1.1x", "GET / HTTP/11", "GET / HTTP/1,1"}) {
        INFO(line);
        CHECK(status(std::string(line) + "\r\nHost: a\r\n\r\n") == 400);
    }
}

TEST_CASE("only HTTP/1.0 and HTTP/1.1 are served") {
    for (const auto* version : {"HTTP/0.9", "HTTP/2.0", "HTTP/1.2", "HTTP/3.0"})
        CHECK(status("GET / " + std::string(version) + "\r\nHost: a\r\n\r\n") == 505);
    CHECK(status("GET / HTTP/1.0\r\n\r\n") == 0);
    CHECK(status("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") == 505);
}

TEST_CASE("only the origin form of a target") {
    for (const auto* target :
         {"http://a/", "*", "a:443", "marches", "?a", "/a#b", "/a\"b", "/<a>", "/\xc3\xa9", "/a\x80"}) {
        INFO(target);
        CHECK(status("GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
    }
    for (const auto* target : {"/", "/a?b={c}|d^e`f[g]", "//a", "/a%20b"}) {
        INFO(target);
        CHECK(status("GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n\r\n") == 0);
    }
}

TEST_CASE("exactly one valid Host on HTTP/1.1, at most one on HTTP/1.0") {
    CHECK(status("GET / HTTP/1.1\r\n\r\n") == 400);
    CHECK(status("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n") == 400);
    CHECK(status("GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n") == 400);
    CHECK(status("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n") == 400);
    for (const auto* host :
         {"", "a b", "a/b", "a@b", "a:b", "a:123456", "[::1", "[g::1]", "[::1]x", "a,b", "é", "a%20"}) {
        INFO(host);
        CHECK(status("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n") == 400);
    }
    for (const auto* host : {"a", "exemple.test", "exemple.test:80", "127.0.0.1:8080", "[::1]", "[::1]:8080", "a:"}) {
        INFO(host);
        CHECK(status("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n") == 0);
    }
}

TEST_CASE("one Content-Length of digits only") {
    for (const auto* value : {"", "+5", "-5", "5, 5", "5,5", "5 5", "0x5", "5a", "1e3", "5.0", "18446744073709551616",
                              "99999999999999999999999"}) {
        INFO(value);
        CHECK(status(with("Content-Length: " + std::string(value) + "\r\n")) == 400);
    }
    CHECK(status(with("Content-Length: 5\r\nContent-Length: 5\r\n")) == 400);
    CHECK(judged(with("Content-Length: 10000000000\r\n")).head.length == 10'000'000'000U);
    CHECK(judged(with("content-length:0\r\n")).head.length == 0U);
}

TEST_CASE("Transfer-Encoding is chunked, once, or nothing") {
    const auto coded = [](std::string_view value) {
        return status(with("Transfer-Encoding: " + std::string(value) + "\r\n"));
    };
    CHECK(coded("chunked") == 0);
    CHECK(coded("Chunked") == 0);
    for (const auto* value : {"chunked, chunked", "chunked,chunked", "chunked, gzip", "", ",", "chunked,", ",chunked",
                              "chunked;q=1", "chun ked", "\"chunked\"", "chunked\x0b"}) {
        INFO(value);
        CHECK(coded(value) == 400);
    }
    for (const auto* value : {"gzip", "identity", "xchunked", "gzip, chunked", "chunkedx", "chunke"}) {
        INFO(value);
        CHECK(coded(value) == 501);
    }
    CHECK(status(with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")) == 400);
    CHECK(status(with("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")) == 400);
}

TEST_CASE("Transfer-Encoding never with Content-Length nor on HTTP/1.0, whatever it says") {
    for (const auto* coding : {"chunked", "gzip", "identity", "xchunked"}) {
        const std::string te = "Transfer-Encoding: " + std::string(coding) + "\r\n";
        CHECK(status(with("Content-Length: 5\r\n" + te)) == 400);
        CHECK(status(with(te + "Content-Length: 5\r\n")) == 400);
        CHECK(status("POST / HTTP/1.0\r\nHost: a\r\n" + te + "\r\n") == 400);
    }
}

TEST_CASE("field lines: no folding, no space before the colon, no empty name, tokens only") {
    for (const auto* line : {" folded: x", "\tfolded", "X : y", "X\t: y", ": y", "nocolon", "X(: y", "X\xc3: y",
                             "Content-Length : 5", "Transfer-Encoding\t: chunked"}) {
        INFO(line);
        CHECK(status(with(std::string(line) + "\r\n")) == 400);
    }
    CHECK(status(with("X: a\r\n b\r\n")) == 400);
    CHECK(status(with("X:\r\n")) == 0);
    CHECK(status(with("X-Nom: d\xc3\xa9j\xc3\xa0\r\n")) == 0);
}

TEST_CASE("bare CR, bare LF, NUL and control characters are refused as they come") {
    CHECK(status("GET / HTTP/1.1\nHost: a\n\n") == 400);
    CHECK(status("GET / HTTP/1.1\n") == 400);
    CHECK(status("GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n") == 400);
    CHECK(status("GET / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n") == 400);
    CHECK(status("GET / HTTP/1.1\r\nHost: a\r\r\n\r\n") == 400);
    CHECK(status("\n") == 400);
    CHECK(status("\x16\x03\x01") == 400);
    CHECK(status(std::string("GET / HTTP/1.1\r\nX: a\0b", 23)) == 400);
    CHECK(status("GET / HTTP/1.1\r\nX: a\x7f") == 400);
    CHECK(status("GET / HTTP/1.1\r\nX: a\x1b[31m") == 400);
    CHECK(status("GET / HTTP/1.1\r\nHost: a\r") == 1);
}

TEST_CASE("limits hold before the head is whole") {
    const std::string line(8 << 10, 'a');
    CHECK(status("GET /" + line) == 414);
    CHECK(status("GET /" + line + " HTTP/1.1\r\nHost: a\r\n\r\n") == 414);
    CHECK(status("GET /" + line.substr(20) + " HTTP/1.1\r\nHost: a\r\n\r\n") == 0);
    CHECK(status(with("X: " + std::string(17 << 10, 'a'))) == 431);
    std::string many;
    for (int i = 0; i < 99; ++i) many += "X: y\r\n";
    CHECK(status(with(many)) == 0);
    CHECK(status(with(many + "X: y\r\n")) == 431);
    std::string endless = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 101; ++i) endless += "X: y\r\n";
    CHECK(status(endless) == 431);
}

TEST_CASE("the verdict does not depend on how the bytes were cut") {
    std::string many = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 101; ++i) many += "X: y\r\n";
    for (const auto& bytes : {many + "X: \x01\r\n\r\n", "GET /" + std::string(9 << 10, 'a') + "\n",
                              "GET / HTTP/1.1\r\nX: " + std::string(17 << 10, 'a') + "\n"}) {
        HeadScan scan;
        for (std::size_t n = 1; n <= bytes.size() && !scan.verdict().refused(); ++n) scan.scan(bytes.substr(0, n));
        CHECK(scan.verdict().status == status(bytes));
    }
}

TEST_CASE("staying open") {
    const auto stays = [](std::string_view version, std::string_view connection) {
        return judged("GET / HTTP/" + std::string(version) + "\r\nHost: a\r\n" + std::string(connection) + "\r\n")
            .framing.keep_alive;
    };
    CHECK(stays("1.1", ""));
    CHECK(stays("1.1", "Connection: keep-alive\r\n"));
    CHECK_FALSE(stays("1.1", "Connection: Close\r\n"));
    CHECK_FALSE(stays("1.1", "Connection: upgrade, close\r\n"));
    CHECK_FALSE(stays("1.1", "Connection: keep-alive\r\nConnection: close\r\n"));
    CHECK_FALSE(stays("1.0", ""));
    CHECK(stays("1.0", "Connection: Keep-Alive\r\n"));
    CHECK_FALSE(stays("1.0", "Connection: keep-alive, close\r\n"));
    CHECK(stays("1.1", "Connection: , ,\r\n"));
    CHECK(status(with("Connection: keep alive\r\n")) == 400);
    CHECK(status(with("Connection: close\xff\r\n")) == 400);
}

TEST_CASE("Expect is 100-continue, or refused, or of another age") {
    CHECK(judged(with("Expect: 100-Continue\r\nContent-Length: 5\r\n")).framing.expects_continue);
    CHECK(status(with("Expect: 200-ok\r\n")) == 417);
    const auto old = judged("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    CHECK(old.status == 0);
    CHECK_FALSE(old.framing.expects_continue);
}

TEST_CASE("every refusal is one French sentence") {
    for (const auto* bytes :
         {"GET\r\n\r\n", "GET / HTTP/2.0\r\n\r\n", "GET * HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"}) {
        const auto got = judged(bytes);
        CHECK(got.why.size() > 20);
        CHECK(got.why.back() == '.');
    }
}
