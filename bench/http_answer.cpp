// A server that answers any GET with the same bytes, to be measured beside nginx serving a static file of that size.
// Usage: bench_http_answer PORT BYTES [log]; "worker" instead of "log" answers from a worker.
#include <csignal>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>

#include "clausier/http/server.hpp"

using namespace clausier;

namespace {

class Same final : public http::Handler {
public:
    Same(std::size_t bytes, bool direct) : text_(std::make_shared<const std::string>(bytes, 'x')), direct_(direct) {}
    http::Admission admit(const http::Head&) override { return {.direct = direct_, .body_limit = 1 << 20}; }
    http::Response handle(http::Request) override {
        http::Response response;
        response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
        response.shared = text_;
        response.route = "/fichier";
        return response;
    }
    http::Response refuse(unsigned status, std::string_view why) override {
        return {.status = status, .body = std::string(why)};
    }

private:
    std::shared_ptr<const std::string> text_;
    bool direct_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before the server starts its threads
    const std::string_view mode = argc > 3 ? argv[3] : "";
    http::ServerOptions options;
    options.port = static_cast<std::uint16_t>(std::stoi(argv[1]));
    std::size_t logged = 0;
    if (mode == "log") options.access_log = [&](std::string_view line) { logged += line.size(); };
    Same handler(std::stoul(argv[2]), mode != "worker");
    http::Metrics metrics;
    http::Server server(options, handler, metrics);
    std::thread waiting([&] {
        int signal = 0;
        sigwait(&signals, &signal);
        server.stop();
    });
    server.run();
    waiting.join();
    std::cout << metrics.text();
}
