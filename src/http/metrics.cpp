// Counters in sixteen parts, each thread at home in one; the text adds the parts up.
#include "clausier/http/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace clausier::http {
namespace {

constexpr std::array<std::string_view, 7> methods{"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"};
constexpr std::array<std::string_view, 5> refusals{"cadrage", "taille", "delai", "connexions", "occupation"};
// Upper bounds of the buckets, in microseconds, and as they are written, in seconds.
constexpr std::array<std::int64_t, 13> bounds{500,     1'000,   2'500,   5'000,     10'000,    25'000,    50'000,
                                              100'000, 250'000, 500'000, 1'000'000, 2'500'000, 10'000'000};
constexpr std::array<std::string_view, 13> bound_names{"0.0005", "0.001", "0.0025", "0.005", "0.01", "0.025", "0.05",
                                                       "0.1",    "0.25",  "0.5",    "1",     "2.5",  "10"};

struct RouteFigures {
    std::array<std::array<std::uint64_t, 5>, methods.size() + 1> requests{};  // by method, by class of status
    std::array<std::uint64_t, bounds.size() + 1> buckets{};
    std::uint64_t nanoseconds = 0;

    void add(const RouteFigures& other) {
        for (std::size_t m = 0; m < requests.size(); ++m)
            for (std::size_t c = 0; c < requests[m].size(); ++c) requests[m][c] += other.requests[m][c];
        for (std::size_t b = 0; b < buckets.size(); ++b) buckets[b] += other.buckets[b];
        nanoseconds += other.nanoseconds;
    }
};

struct Figures {
    std::map<std::string, RouteFigures, std::less<>> routes;
    std::array<std::uint64_t, refusals.size()> refused{};
    std::uint64_t accepted = 0;
    std::uint64_t sent = 0;
    std::uint64_t received = 0;
};

void head(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
    fmt::format_to(std::back_inserter(out), "# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
}

// A label value: backslash, quote and line feed escaped.
std::string label(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == '"') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out;
}

void write_requests(std::string& out, const Figures& all) {
    head(out, "clausier_http_requests_total", "counter", "Requêtes répondues, par route, méthode et classe de statut.");
    for (const auto& [route, figures] : all.routes)
        for (std::size_t m = 0; m < figures.requests.size(); ++m)
            for (std::size_t c = 0; c < figures.requests[m].size(); ++c)
                if (const auto n = figures.requests[m][c]; n != 0)
                    fmt::format_to(std::back_inserter(out),
                                   "clausier_http_requests_total{{route=\"{}\",method=\"{}\",status=\"{}xx\"}} {}\n",
                                   label(route), m < methods.size() ? methods[m] : "autre", c + 1, n);
}

void write_latencies(std::string& out, const Figures& all) {
    static constexpr std::string_view name = "clausier_http_request_seconds";
    head(out, name, "histogram", "Durée entre la première ligne reçue et la réponse envoyée, en secondes, par route.");
    for (const auto& [route, figures] : all.routes) {
        const auto text = label(route);
        std::uint64_t sum = 0;
        for (std::size_t b = 0; b < figures.buckets.size(); ++b) {
            sum += figures.buckets[b];
            fmt::format_to(std::back_inserter(out), "{}_bucket{{route=\"{}\",le=\"{}\"}} {}\n", name, text,
                           b < bounds.size() ? bound_names[b] : "+Inf", sum);
        }
        fmt::format_to(std::back_inserter(out), "{}_sum{{route=\"{}\"}} {}.{:09}\n{}_count{{route=\"{}\"}} {}\n", name,
                       text, figures.nanoseconds / 1'000'000'000, figures.nanoseconds % 1'000'000'000, name, text, sum);
    }
}

}  // namespace

struct alignas(64) Metrics::Part {
    std::mutex mutex;
    Figures figures;
};

Metrics::Metrics() : parts_(std::make_unique<std::array<Part, parts>>()) {}
Metrics::~Metrics() = default;

Metrics::Part& Metrics::mine() const {
    static std::atomic<std::size_t> next{0};
    static thread_local const std::size_t at = next.fetch_add(1) % parts;
    return (*parts_)[at];
}

void Metrics::answered(const Answered& answer) {
    const auto route = answer.route.empty() ? std::string_view("inconnue") : answer.route;
    const auto method =
        static_cast<std::size_t>(std::find(methods.begin(), methods.end(), answer.method) - methods.begin());
    const std::size_t status = std::clamp(answer.status / 100, 1U, 5U) - 1;
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(answer.took).count();
    const auto bucket =
        static_cast<std::size_t>(std::lower_bound(bounds.begin(), bounds.end(), micros) - bounds.begin());
    Part& part = mine();
    const std::lock_guard lock(part.mutex);
    auto found = part.figures.routes.find(route);
    if (found == part.figures.routes.end()) found = part.figures.routes.emplace(route, RouteFigures{}).first;
    ++found->second.requests[method][status];
    ++found->second.buckets[bucket];
    found->second.nanoseconds += static_cast<std::uint64_t>(std::max<std::int64_t>(0, answer.took.count()));
    part.figures.sent += answer.bytes;
}

void Metrics::refused(Refusal reason) {
    Part& part = mine();
    const std::lock_guard lock(part.mutex);
    ++part.figures.refused[static_cast<std::size_t>(reason)];
}

void Metrics::received(std::uint64_t body_bytes) {
    Part& part = mine();
    const std::lock_guard lock(part.mutex);
    part.figures.received += body_bytes;
}

void Metrics::opened() {
    open_.fetch_add(1, std::memory_order_relaxed);
    Part& part = mine();
    const std::lock_guard lock(part.mutex);
    ++part.figures.accepted;
}

void Metrics::closed() { open_.fetch_sub(1, std::memory_order_relaxed); }

std::uint64_t Metrics::open_connections() const {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, open_.load(std::memory_order_relaxed)));
}

std::string Metrics::text() const {
    Figures all;
    for (Part& part : *parts_) {
        const std::lock_guard lock(part.mutex);
        for (const auto& [route, figures] : part.figures.routes) all.routes[route].add(figures);
        for (std::size_t r = 0; r < refusals.size(); ++r) all.refused[r] += part.figures.refused[r];
        all.accepted += part.figures.accepted;
        all.sent += part.figures.sent;
        all.received += part.figures.received;
    }
    std::string out;
    write_requests(out, all);
    write_latencies(out, all);
    head(out, "clausier_http_refused_total", "counter", "Requêtes et connexions refusées avant d’être traitées.");
    for (std::size_t r = 0; r < refusals.size(); ++r)
        fmt::format_to(std::back_inserter(out), "clausier_http_refused_total{{reason=\"{}\"}} {}\n", refusals[r],
                       all.refused[r]);
    out += metric("clausier_http_open_connections", "gauge", "Connexions ouvertes.", open_connections());
    out += metric("clausier_http_connections_total", "counter", "Connexions acceptées.", all.accepted);
    out += metric("clausier_http_sent_bytes_total", "counter", "Octets de corps de réponse envoyés.", all.sent);
    out += metric("clausier_http_received_bytes_total", "counter", "Octets de corps de requête reçus.", all.received);
    return out;
}

std::string metric(std::string_view name, std::string_view type, std::string_view help, std::uint64_t value) {
    std::string out;
    head(out, name, type, help);
    fmt::format_to(std::back_inserter(out), "{} {}\n", name, value);
    return out;
}

}  // namespace clausier::http
