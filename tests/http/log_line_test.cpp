// The access log cannot be forged, and does not tell what people asked.
#include "clausier/http/log_line.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::http;

namespace {

LogEntry entry(std::string_view target) {
    LogEntry out;
    out.at = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2) + std::chrono::milliseconds(33'300'250);
    out.id = "abc";
    out.client = "192.0.2.1";
    out.method = "GET";
    out.route = "/marches/{id}";
    out.target = target;
    out.status = 200;
    out.bytes = 512;
    out.took = std::chrono::microseconds(3'700);
    return out;
}

}  // namespace

TEST_CASE("one line of keys and values") {
    CHECK(log_line(entry("/marches/12?nom=Dupont")) ==
          "at=2026-03-02T09:15:00.250Z id=abc client=192.0.2.1 method=GET route=/marches/{id} path=/marches/12 "
          "status=200 bytes=512 ms=3");
}

TEST_CASE("what is missing is a dash, and a fault comes last") {
    LogEntry nothing;
    nothing.status = 400;
    nothing.fault = "std::bad_alloc";
    CHECK(log_line(nothing) ==
          "at=1970-01-01T00:00:00.000Z id=\"\" client=\"\" method=- route=- path=- status=400 bytes=0 "
          "ms=0 fault=std::bad_alloc");
}

TEST_CASE("a hostile path stays inside its quotes") {
    CHECK(log_line(entry("/a\r\nat=x")).find("path=\"/a\\x0d\\x0aat=x\" status=200") != std::string::npos);
    CHECK(log_line(entry("/a\" status=500 b=\"")).find("path=\"/a\\\" status=500 b=\\\"\" status=200") !=
          std::string::npos);
    CHECK(log_line(entry("/a=b")).find("path=\"/a=b\"") != std::string::npos);
    CHECK(log_line(entry("/\xc3\xa9\x1b")).find("path=\"/\\xc3\\xa9\\x1b\"") != std::string::npos);
    const auto longest = log_line(entry(std::string(9000, 'a')));
    CHECK(longest.size() < 800);
    CHECK(longest.find("a...\"") != std::string::npos);
}

TEST_CASE("what follows a secret beginning never stands in the log") {
    const std::vector<std::string> secret{"/invitation/"};
    CHECK(told_target("/invitation/a1b2", secret) == "/invitation/***");
    CHECK(told_target("/invitation/a1b2/?retour=x", secret) == "/invitation/***");
    CHECK(told_target("/invitation", secret) == "/invitation");
    CHECK(told_target("/marches/12", secret) == "/marches/12");
}
