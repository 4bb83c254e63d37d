// The server on a real socket: answers in order, bodies within limits, nothing left behind.
#include "clausier/http/server.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"
#include "http/test_server.hpp"

using namespace clausier;
using namespace clausier::tests;
using std::chrono::milliseconds;

namespace {

std::string get(std::string_view target, std::string_view lines = "") {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n" + std::string(lines) + "\r\n";
}

std::string post(std::string_view target, std::string_view body, std::string_view lines = "") {
    return "POST " + std::string(target) + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + std::string(lines) + "\r\n" + std::string(body);
}

}  // namespace

TEST_CASE("requests follow each other on one connection") {
    TestServer server;
    RawClient client(server.port());
    for (int i = 0; i < 3; ++i) {
        client.send(get("/"));
        const auto answer = client.answer();
        CHECK(status_of(answer) == 200);
        CHECK(body_of(answer) == "bonjour");
        CHECK(has(answer, "Date: "));
        CHECK(has(answer, "X-Request-Id: "));
    }
    client.send(get("/", "Connection: close\r\n"));
    CHECK(has(client.all(), "Connection: close\r\n"));
}

TEST_CASE("pipelined requests are answered in order, a slow one first if it came first") {
    TestServer server;
    RawClient client(server.port());
    client.send(get("/lent") + post("/echo", "deux") + get("/", "Connection: close\r\n"));
    server.handler.gate.wait_for(1);
    CHECK(server.handler.handled == 1);
    server.handler.gate.open();
    CHECK(body_of(client.answer()) == "lent");
    CHECK(body_of(client.answer()) == "deux");
    CHECK(body_of(client.answer()) == "bonjour");
    CHECK(client.all().empty());
}

TEST_CASE("a slow answer on a worker holds up no other connection") {
    TestServer server;
    RawClient slow(server.port());
    slow.send(get("/lent"));
    server.handler.gate.wait_for(1);
    RawClient quick(server.port());
    quick.send(get("/"));
    CHECK(body_of(quick.answer()) == "bonjour");
    server.handler.gate.open();
    CHECK(body_of(slow.answer()) == "lent");
}

TEST_CASE("a body by length and a body by chunks are the same body") {
    TestServer server;
    RawClient client(server.port());
    client.send(post("/echo", "hello"));
    CHECK(body_of(client.answer()) == "hello");
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n");
    CHECK(body_of(client.answer()) == "hello");
    client.send(post("/echo", ""));
    CHECK(status_of(client.answer()) == 200);
}

TEST_CASE("HEAD is the answer to GET without its body") {
    TestServer server;
    RawClient client(server.port());
    client.send("HEAD /texte HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto head = client.answer(true);
    client.send(get("/texte"));
    const auto whole = client.answer();
    CHECK(has(head, "Content-Length: 5000\r\n"));
    const auto etag = [](const std::string& text) { return text.substr(text.find("ETag: "), 45); };
    CHECK(etag(head) == etag(whole));
    client.send("HEAD /fichier HTTP/1.1\r\nHost: a\r\n\r\n" + get("/"));
    CHECK(has(client.answer(true), "Content-Length: 3000000\r\n"));
    CHECK(body_of(client.answer()) == "bonjour");
}

TEST_CASE("304 for a tag already held, gzip where it is accepted, 204 without length") {
    TestServer server;
    RawClient client(server.port());
    client.send(get("/texte"));
    const auto first = client.answer();
    const auto at = first.find("ETag: ") + 6;
    const auto tag = first.substr(at, first.find("\r\n", at) - at);
    client.send(get("/texte", "If-None-Match: \"x\", " + tag + "\r\n"));
    const auto again = client.answer(true);
    CHECK(status_of(again) == 304);
    CHECK(has(again, "ETag: " + tag));
    CHECK_FALSE(has(again, "Content-Length"));
    client.send(get("/texte", "Accept-Encoding: gzip\r\n"));
    const auto small = client.answer();
    CHECK(has(small, "Content-Encoding: gzip\r\n"));
    CHECK(body_of(small).size() < 200);
    client.send(get("/rien") + get("/"));
    CHECK_FALSE(has(client.answer(true), "Content-Length"));
    CHECK(body_of(client.answer()) == "bonjour");
}

TEST_CASE("large answers arrive whole, from memory and from a file") {
    TestServer server;
    RawClient client(server.port());
    client.send(get("/gros"));
    CHECK(body_of(client.answer()).size() == 8 << 20);
    client.send(get("/fichier"));
    const auto file = body_of(client.answer());
    REQUIRE(file.size() == 3'000'000);
    CHECK(file.substr(0, 3) == "aaa");
    CHECK(file[10'000] == 'b');
    CHECK(file.substr(2'999'999) == "n");
}

TEST_CASE("100-continue comes once size and right are known, and not before") {
    TestServer server;
    RawClient client(server.port());
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    CHECK(client.answer() == "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("hello");
    CHECK(body_of(client.answer()) == "hello");
    const auto big =
        server.say("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n\r\n");
    CHECK(status_of(big) == 413);
    CHECK(answers_in(big) == 1);
    const auto forbidden =
        server.say("POST /refuse HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    CHECK(status_of(forbidden) == 403);
    CHECK(answers_in(forbidden) == 1);
}

TEST_CASE("a refusal closes the connection only when a body was on its way") {
    TestServer server;
    RawClient client(server.port());
    client.send(get("/refuse"));
    CHECK(status_of(client.answer()) == 403);
    client.send(get("/"));
    CHECK(body_of(client.answer()) == "bonjour");
    client.send(post("/refuse", get("/smuggled")));
    const auto rest = client.all();
    CHECK(status_of(rest) == 403);
    CHECK(answers_in(rest) == 1);
}

TEST_CASE("what the handler throws is a 500 that tells nothing, and one line of the log") {
    TestServer server;
    RawClient client(server.port());
    client.send(get("/casse?nom=Dupont") + get("/"));
    const auto answer = client.answer();
    CHECK(status_of(answer) == 500);
    CHECK_FALSE(has(answer, "secret"));
    CHECK(body_of(client.answer()) == "bonjour");
    CHECK(status_of(server.say(get("/admet-casse"))) == 500);
    CHECK(status_of(server.say(get("/coupe", "Connection: close\r\n"))) == 500);
    client.close();
    server.stop();
    const auto log = server.log();
    REQUIRE(log.size() == 4);
    CHECK(has(log[0], "path=/casse status=500"));
    CHECK(has(log[0], "fault=std::runtime_error"));
    for (const auto& line : log) CHECK_FALSE(has(line, "Dupont"));
}

TEST_CASE("a client that goes away while a worker runs breaks nothing") {
    TestServer server;
    {
        RawClient gone(server.port());
        gone.send(get("/lent"));
        server.handler.gate.wait_for(1);
    }
    server.handler.gate.open();
    RawClient client(server.port());
    client.send(get("/"));
    CHECK(body_of(client.answer()) == "bonjour");
}

TEST_CASE("more work than the queue holds is answered 503 with Retry-After") {
    http::ServerOptions options;
    options.workers = 1;
    options.queue = 1;
    TestServer server(options);
    RawClient running(server.port()), waiting(server.port()), too_many(server.port());
    running.send(get("/lent"));
    server.handler.gate.wait_for(1);
    waiting.send(get("/lent"));
    too_many.send(get("/lent"));
    // One of the two waits, the other is told so; which came first is the kernel's choice.
    const std::string told = "clausier_http_refused_total{reason=\"occupation\"} 1\n";
    for (int i = 0; i < 1000 && !has(server.metrics.text(), told); ++i) std::this_thread::sleep_for(milliseconds(5));
    CHECK(has(server.metrics.text(), told));
    RawClient third(server.port());
    third.send(get("/lent"));
    const auto first = third.answer();
    CHECK(status_of(first) == 503);
    CHECK(has(first, "Retry-After: "));
    server.handler.gate.open();
    CHECK(body_of(running.answer()) == "lent");
}

TEST_CASE("stop lets a running request end, closes idle connections and serves no more") {
    TestServer server;
    RawClient idle(server.port()), running(server.port());
    idle.send(get("/"));
    CHECK(body_of(idle.answer()) == "bonjour");
    running.send(get("/lent") + get("/"));
    server.handler.gate.wait_for(1);
    server.ask_to_stop();
    CHECK(idle.all().empty());
    server.handler.gate.open();
    const auto last = running.all();
    CHECK(body_of(last) == "lent");
    CHECK(has(last, "Connection: close\r\n"));
    server.stop();
    CHECK_THROWS(RawClient(server.port()));
}

TEST_CASE("stop cuts what lasts beyond its grace") {
    http::ServerOptions options;
    options.timeouts.grace = milliseconds(100);
    TestServer server(options);
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: ");
    RawClient other(server.port());
    other.send(get("/"));
    CHECK(status_of(other.answer()) == 200);
    server.stop();
    CHECK(client.all().empty());
}

TEST_CASE("the same server on two addresses is refused with a sentence") {
    TestServer server;
    http::ServerOptions options;
    options.port = server.port();
    http::Metrics metrics;
    TestHandler handler;
    const auto refusal = [&] {
        try {
            http::Server second(options, handler, metrics);
        } catch (const core::Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(has(refusal(), "le port est déjà pris"));
    options.address = "localhost";
    CHECK(has(refusal(), "ce n’est pas une adresse IP"));
}

TEST_CASE("the log names the client, the route and the path without what was asked") {
    TestServer server;
    CHECK(status_of(server.say(get("/echo?nom=Dupont", "Connection: close\r\n"))) == 200);
    server.stop();
    const auto log = server.log();
    REQUIRE(log.size() == 1);
    CHECK(has(log[0], " client=127.0.0.1 method=GET route=/essai path=/echo status=200 bytes=0 ms="));
}

TEST_CASE("only a trusted proxy is believed about its client") {
    TestServer plain;
    const std::string forwarded =
        "X-Forwarded-For: 192.0.2.1, 198.51.100.7\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n";
    CHECK(body_of(plain.say(get("/client", forwarded))) == "127.0.0.1 http");
    http::ServerOptions options;
    options.trusted_proxy = "127.0.0.1";
    TestServer behind(options);
    CHECK(body_of(behind.say(get("/client", forwarded))) == "198.51.100.7 https");
}
