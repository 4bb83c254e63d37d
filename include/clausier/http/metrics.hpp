// What the server counts, told in the text format of Prometheus.
#pragma once
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace clausier::http {

// Why a request or a connection was turned away before a handler saw it.
enum class Refusal { framing, size, timeout, connections, busy };

// One answer, as it is counted and logged.
struct Answered {
    std::string_view route;   // pattern; empty: "inconnue"
    std::string_view method;  // other than the usual ones: "autre"
    unsigned status = 0;
    std::uint64_t bytes = 0;  // of body sent
    std::chrono::nanoseconds took{};
};

// Called from any thread; threads seldom wait for each other, each counting in a part of its own.
class Metrics {
public:
    Metrics();
    ~Metrics();

    void answered(const Answered& answer);
    void refused(Refusal reason);
    void received(std::uint64_t body_bytes);
    void opened();
    void closed();

    [[nodiscard]] std::uint64_t open_connections() const;
    // Every figure, one family after the other. Other parts of the program append their own lines after it.
    [[nodiscard]] std::string text() const;

private:
    struct Part;
    Part& mine() const;
    static constexpr std::size_t parts = 16;
    std::unique_ptr<std::array<Part, parts>> parts_;
    std::atomic<std::int64_t> open_{0};
};

// A family of one value, to be appended to text(): its two lines of comment and its line.
std::string metric(std::string_view name, std::string_view type, std::string_view help, std::uint64_t value);

}  // namespace clausier::http
