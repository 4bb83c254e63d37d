// What is counted, from several threads, and how it is told.
#include "clausier/http/metrics.hpp"

#include <catch2/catch_test_macros.hpp>
#include <thread>
#include <vector>

using namespace clausier::http;
using std::chrono::milliseconds;

namespace {

bool has(std::string_view text, std::string_view line) { return text.find(line) != std::string_view::npos; }

}  // namespace

TEST_CASE("answers of every thread are added up by route, method and class of status") {
    Metrics metrics;
    std::vector<std::thread> threads;
    for (int t = 0; t < 20; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 100; ++i) metrics.answered({"/marches/{id}", "GET", 200, 10, milliseconds(3)});
        });
    for (auto& thread : threads) thread.join();
    metrics.answered({"/marches/{id}", "POST", 303, 0, milliseconds(30)});
    metrics.answered({"", "INVENTED", 404, 5, milliseconds(20'000)});
    const auto text = metrics.text();
    CHECK(has(text, "clausier_http_requests_total{route=\"/marches/{id}\",method=\"GET\",status=\"2xx\"} 2000\n"));
    CHECK(has(text, "clausier_http_requests_total{route=\"/marches/{id}\",method=\"POST\",status=\"3xx\"} 1\n"));
    CHECK(has(text, "clausier_http_requests_total{route=\"inconnue\",method=\"autre\",status=\"4xx\"} 1\n"));
    CHECK(has(text, "clausier_http_request_seconds_bucket{route=\"/marches/{id}\",le=\"0.0025\"} 0\n"));
    CHECK(has(text, "clausier_http_request_seconds_bucket{route=\"/marches/{id}\",le=\"0.005\"} 2000\n"));
    CHECK(has(text, "clausier_http_request_seconds_bucket{route=\"/marches/{id}\",le=\"+Inf\"} 2001\n"));
    CHECK(has(text, "clausier_http_request_seconds_sum{route=\"/marches/{id}\"} 6.030000000\n"));
    CHECK(has(text, "clausier_http_request_seconds_bucket{route=\"inconnue\",le=\"10\"} 0\n"));
    CHECK(has(text, "clausier_http_sent_bytes_total 20005\n"));
}

TEST_CASE("a duration on the edge of a bucket is in it") {
    Metrics metrics;
    metrics.answered({"/", "GET", 200, 0, milliseconds(5)});
    CHECK(has(metrics.text(), "{route=\"/\",le=\"0.005\"} 1\n"));
    CHECK(has(metrics.text(), "{route=\"/\",le=\"0.0025\"} 0\n"));
}

TEST_CASE("connections, refusals and bytes") {
    Metrics metrics;
    metrics.opened();
    metrics.opened();
    metrics.closed();
    metrics.refused(Refusal::framing);
    metrics.refused(Refusal::timeout);
    metrics.refused(Refusal::timeout);
    metrics.received(12);
    const auto text = metrics.text();
    CHECK(metrics.open_connections() == 1);
    CHECK(has(text, "clausier_http_open_connections 1\n"));
    CHECK(has(text, "clausier_http_connections_total 2\n"));
    CHECK(has(text, "clausier_http_refused_total{reason=\"cadrage\"} 1\n"));
    CHECK(has(text, "clausier_http_refused_total{reason=\"delai\"} 2\n"));
    CHECK(has(text, "clausier_http_refused_total{reason=\"connexions\"} 0\n"));
    CHECK(has(text, "clausier_http_received_bytes_total 12\n"));
}

TEST_CASE("each family has its help and its type, once, and labels cannot break out") {
    Metrics metrics;
    metrics.answered({"a\"b\\c\nd", "GET", 200, 0, milliseconds(1)});
    const auto text = metrics.text() + metric("clausier_essai", "gauge", "Un essai.", 7);
    CHECK(has(text, "route=\"a\\\"b\\\\c\\nd\""));
    CHECK(has(text, "# HELP clausier_essai Un essai.\n# TYPE clausier_essai gauge\nclausier_essai 7\n"));
    std::size_t helps = 0, types = 0;
    for (auto at = text.find("# HELP"); at != std::string::npos; at = text.find("# HELP", at + 1)) ++helps;
    for (auto at = text.find("# TYPE"); at != std::string::npos; at = text.find("# TYPE", at + 1)) ++types;
    CHECK(helps == 8);
    CHECK(types == 8);
}
