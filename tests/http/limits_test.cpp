// Time, number and size: slow clients are ended, crowds turned away, uploads bounded, and nothing stays on the disk.
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <fstream>
#include <list>

#include "http/test_server.hpp"

using namespace clausier;
using namespace clausier::tests;
using std::chrono::milliseconds;

namespace {

http::ServerOptions hurried() {
    http::ServerOptions options;
    options.timeouts.header = milliseconds(200);
    options.timeouts.idle = milliseconds(200);
    options.timeouts.body = milliseconds(200);
    options.timeouts.body_rate = 1 << 30;
    options.timeouts.write = milliseconds(300);
    return options;
}

std::size_t resident_kib() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::stoul(line.substr(6));
    return 0;
}

}  // namespace

TEST_CASE("a head that does not come whole in time is ended by 408, however its bytes trickle") {
    TestServer server(hurried());
    RawClient client(server.port());
    const auto start = std::chrono::steady_clock::now();
    client.send("GET / HT");
    const auto got = client.all();
    CHECK(status_of(got) == 408);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    RawClient trickle(server.port());
    bool open = true;
    for (int i = 0; i < 1000 && open; ++i) {
        open = trickle.send(i == 0 ? "GET / HTTP/1.1\r\nX: " : "a");
        std::this_thread::sleep_for(milliseconds(10));
    }
    CHECK_FALSE(open);
    CHECK(has(server.metrics.text(), "clausier_http_refused_total{reason=\"delai\"} 2"));
}

TEST_CASE("a connection on which nothing comes is closed without a word") {
    TestServer server(hurried());
    RawClient never(server.port());
    CHECK(never.all().empty());
    RawClient once(server.port());
    once.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(status_of(once.answer()) == 200);
    CHECK(once.all().empty());
}

TEST_CASE("a body that does not come is ended by 408, and its file is gone") {
    const TempFolder folder;
    TestServer server(hurried());
    const auto got =
        server.say("POST /depot HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\n" + std::string(300'000, 'x'));
    CHECK(status_of(got) == 408);
    CHECK(server.handler.handled == 0);
    server.stop();
    CHECK(folder.files() == 0);
}

TEST_CASE("a client that does not read its answer is cut") {
    TestServer server(hurried());
    RawClient client(server.port());
    client.send("GET /gros HTTP/1.1\r\nHost: a\r\n\r\nGET /gros HTTP/1.1\r\nHost: a\r\n\r\n");
    for (int i = 0; i < 500 && server.metrics.open_connections() != 0; ++i)
        std::this_thread::sleep_for(milliseconds(10));
    CHECK(server.metrics.open_connections() == 0);
}

TEST_CASE("connections over the limit of one address are told so and closed") {
    http::ServerOptions options;
    options.connections_per_address = 3;
    TestServer server(options);
    std::list<RawClient> held;
    for (int i = 0; i < 3; ++i) {
        held.emplace_back(server.port()).send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        CHECK(status_of(held.back().answer()) == 200);
    }
    const auto refused = server.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(status_of(refused) == 503);
    CHECK(has(refused, "Retry-After: "));
    held.pop_front();
    int status = 0;
    for (int i = 0; i < 500 && status != 200; ++i) {
        RawClient again(server.port());
        again.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        status = status_of(again.answer());
    }
    CHECK(status == 200);
}

TEST_CASE("connections over the limit in all are told so, the trusted proxy included") {
    http::ServerOptions options;
    options.max_connections = 2;
    options.connections_per_address = 1;
    options.trusted_proxy = "127.0.0.1";
    TestServer server(options);
    std::list<RawClient> held;
    for (int i = 0; i < 2; ++i) {
        held.emplace_back(server.port()).send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        CHECK(status_of(held.back().answer()) == 200);
    }
    CHECK(status_of(server.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n")) == 503);
}

TEST_CASE("an upload goes to a file of its own, which goes away with the request") {
    const TempFolder folder;
    TestServer server;
    const std::string body(5'000'000, 'z');
    RawClient client(server.port());
    client.send("POST /depot HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n" + body);
    CHECK(body_of(client.answer()) == "5000000 " + folder.path.string());
    client.send("POST /depot HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4C4B40\r\n" + body +
                "\r\n0\r\n\r\n");
    CHECK(body_of(client.answer()) == "5000000 " + folder.path.string());
    CHECK(folder.files() == 0);
}

TEST_CASE("an upload cut short leaves no file") {
    const TempFolder folder;
    TestServer server;
    {
        RawClient client(server.port());
        client.send("POST /depot HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n" + std::string(1'000'000, 'z'));
    }
    {
        RawClient client(server.port());
        client.send("POST /depot HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFFFF\r\n" +
                    std::string(900'000, 'z'));
    }
    server.stop();
    CHECK(folder.files() == 0);
    CHECK(server.handler.handled == 0);
}

TEST_CASE("uploads too large are refused before they are stored, in bounded memory") {
    const TempFolder folder;
    TestServer server;
    const auto before = resident_kib();
    CHECK(status_of(server.say("POST /depot HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000000\r\n\r\n")) == 413);
    CHECK(folder.files() == 0);
    RawClient endless(server.port());
    endless.send("POST /depot HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    // Twenty are within the limit; then the server reads what comes for a while, so that its answer is not lost, and
    // stores none of it.
    const std::string chunk = "100000\r\n" + std::string(1 << 20, 'z') + "\r\n";
    std::size_t sent = 0;
    while (sent < 100 && endless.send(chunk)) ++sent;
    CHECK(status_of(endless.answer()) == 413);
    CHECK(folder.files() == 0);
    CHECK(status_of(server.say("POST /depot HTTP/1.1\r\nHost: a\r\nContent-Length: 22020096\r\n\r\n")) == 413);
    server.stop();
    CHECK(folder.files() == 0);
    CHECK(server.handler.handled == 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    CHECK(resident_kib() - before < (32U << 10U));
#else
    static_cast<void>(before);
#endif
}

TEST_CASE("a full or missing temporary folder is a 503, and the server goes on") {
    TempFolder folder;
    TestServer server;
    std::filesystem::remove(folder.path);
    const auto got = server.say("POST /depot HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
    CHECK(status_of(got) == 503);
    CHECK(status_of(server.say("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) == 200);
}
