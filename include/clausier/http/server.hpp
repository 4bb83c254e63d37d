// The server: sockets in, requests out to a Handler, its answers back.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/http/guard.hpp"
#include "clausier/http/message.hpp"
#include "clausier/http/metrics.hpp"

namespace clausier::http {

// PEM files: the certificate with the chain above it, and its key.
struct TlsFiles {
    std::filesystem::path certificate;
    std::filesystem::path key;
};

struct Timeouts {
    std::chrono::milliseconds header{10'000};  // from the first byte (of a connection: from its start) to a whole head
    std::chrono::milliseconds idle{30'000};    // between two requests
    std::chrono::milliseconds write{30'000};   // for each 256 KiB of an answer
    // A body has `body` plus one second for each `body_rate` bytes that came, and never more than `body_total`.
    std::chrono::milliseconds body{15'000};
    std::uint64_t body_rate = 4096;
    std::chrono::milliseconds body_total{900'000};
    std::chrono::milliseconds grace{20'000};  // after stop(), for the requests being answered
};

struct ServerOptions {
    std::string address = "127.0.0.1";  // IPv4 or IPv6
    std::uint16_t port = 0;             // 0: any free one, told by port()
    std::size_t network_threads = 2;
    std::size_t workers = 4;
    std::size_t queue = 256;  // requests that wait for a worker; one more is answered 503
    // Lowered to what the limit of open files allows.
    std::size_t max_connections = 20'000;
    // Of one IPv4 address or one IPv6 /64; 0: no limit. The trusted proxy is not counted.
    std::size_t connections_per_address = 256;
    HeadLimits head{};
    Timeouts timeouts{};
    std::optional<TlsFiles> tls{};  // TLS 1.2 or later
    std::string trusted_proxy{};    // address whose X-Forwarded-For and X-Forwarded-Proto are believed
    // Called with one line (see log_line.hpp) for each answer, from several threads at once; must not block for long.
    std::function<void(std::string_view line)> access_log{};
    // Beginnings of paths ("/invitation/") after which a secret stands: the log tells the beginning alone.
    std::vector<std::string> secret_paths{};
};

class Server {
public:
    // Listens at once. Throws Error(invalid) for an address, a certificate or a key that cannot be used,
    // Error(unavailable) when the port is taken or not allowed. `handler` and `metrics` outlive the server.
    Server(const ServerOptions& options, Handler& handler, Metrics& metrics);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    // Serves until stop(); once.
    void run();
    // From any thread (not from a signal handler itself): accepts no more, closes idle connections, lets requests that
    // are being answered end. After the grace time what is left is cut; a call of the handler that is still running is
    // waited for, since a thread cannot be cut.
    void stop();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Raises the limit of open files of this process to the highest allowed, and tells it.
std::size_t raise_file_limit();

}  // namespace clausier::http
