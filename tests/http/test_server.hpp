// A real server on a free port, whose handler answers by the path: what the tests need to see happen.
#pragma once
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "clausier/http/server.hpp"
#include "http/raw_client.hpp"

namespace clausier::tests {

// A door that handlers wait at until the test opens it.
class Gate {
public:
    void pass() {
        std::unique_lock lock(mutex_);
        ++arrived_;
        changed_.notify_all();
        changed_.wait(lock, [this] { return open_; });
    }
    void wait_for(int arrived) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return arrived_ >= arrived; });
    }
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int arrived_ = 0;
    bool open_ = false;
};

// /echo gives the body back · /depot takes it as a file and tells its size · /lent waits at the gate, on a worker ·
// /refuse is refused by admit · /casse throws · /gros, /fichier and /partage are large · anything else says "bonjour".
class TestHandler final : public http::Handler {
public:
    http::Admission admit(const http::Head& head) override {
        ++admitted;
        http::Admission out{.direct = true, .body_limit = 1000};
        if (head.target.starts_with("/admet-casse")) throw std::runtime_error("secret of the client");
        if (head.target.starts_with("/refuse")) out.refusal = page(403, "interdit");
        if (head.target.starts_with("/depot")) out.to_file = true;
        if (head.target.starts_with("/depot")) out.body_limit = 20 << 20;
        out.direct = !head.target.starts_with("/lent") && !head.target.starts_with("/depot");
        return out;
    }

    http::Response handle(http::Request request) override {
        ++handled;
        const std::string path = request.target.substr(0, request.target.find('?'));
        if (path == "/casse") throw std::runtime_error("secret of the client");
        if (path == "/coupe") return {.headers = {{"X-Mauvais", "a\r\nX-Faux: b"}}, .body = "x"};
        if (path == "/lent") gate.pass();
        if (path == "/echo") return page(200, request.body);
        if (path == "/depot") return depot(request);
        if (path == "/client") return page(200, request.peer + (request.secure ? " https" : " http"));
        if (path == "/gros") return page(200, std::string(8 << 20, 'g'));
        if (path == "/fichier") return file();
        if (path == "/rien") return {.status = 204};
        auto out = page(200, path == "/lent" ? "lent" : "bonjour");
        if (path == "/texte") out.body.assign(5000, 't');
        return out;
    }

    http::Response refuse(unsigned status, std::string_view why) override { return page(status, std::string(why)); }

    static http::Response page(unsigned status, std::string body) {
        http::Response out{.status = status, .headers = {{"Content-Type", "text/plain; charset=utf-8"}}};
        out.body = std::move(body);
        out.route = "/essai";
        return out;
    }

    Gate gate;
    std::atomic<int> admitted{0};
    std::atomic<int> handled{0};

private:
    static http::Response depot(const http::Request& request) {
        if (!request.file) return page(200, "pas de fichier");
        return page(200, std::to_string(request.file->size()) + " " + request.file->path().parent_path().string());
    }
    static http::Response file() {
        http::Response out{.headers = {{"Content-Type", "application/octet-stream"}}};
        out.file = std::make_shared<http::Spool>();
        for (int i = 0; i < 300; ++i) out.file->write(std::string(10'000, static_cast<char>('a' + i % 26)));
        return out;
    }
};

class TestServer {
public:
    explicit TestServer(http::ServerOptions options = {})
        : server_(with_log(std::move(options)), handler, metrics), thread_([this] { server_.run(); }) {}
    ~TestServer() {
        handler.gate.open();
        stop();
    }
    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return server_.port(); }
    // Whole bytes out, everything that comes back until the server closes.
    [[nodiscard]] std::string say(std::string_view bytes) const {
        RawClient client(port());
        client.send(bytes);
        return client.all();
    }
    void ask_to_stop() { server_.stop(); }
    void stop() {
        server_.stop();
        if (thread_.joinable()) thread_.join();
    }
    [[nodiscard]] std::vector<std::string> log() {
        const std::lock_guard lock(mutex_);
        return lines_;
    }

    TestHandler handler;
    http::Metrics metrics;

private:
    http::ServerOptions with_log(http::ServerOptions options) {
        options.access_log = [this](std::string_view line) {
            const std::lock_guard lock(mutex_);
            lines_.emplace_back(line);
        };
        return options;
    }

    std::mutex mutex_;
    std::vector<std::string> lines_;
    http::Server server_;
    std::thread thread_;
};

// A temporary folder that TMPDIR names while it lives, so that what is left in it can be counted.
class TempFolder {
public:
    TempFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "clausier-http-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path = name;
        if (const char* was = std::getenv("TMPDIR")) before_ = was;
        ::setenv("TMPDIR", path.c_str(), 1);
    }
    ~TempFolder() {
        if (before_.empty())
            ::unsetenv("TMPDIR");
        else
            ::setenv("TMPDIR", before_.c_str(), 1);
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    [[nodiscard]] std::size_t files() const {
        std::size_t count = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(path)) ++count;
        return count;
    }

    std::filesystem::path path;

private:
    std::string before_;
};

}  // namespace clausier::tests
