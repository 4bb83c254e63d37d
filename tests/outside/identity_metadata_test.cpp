// What a provider publishes is believed of itself alone, and asked for once in a while, its silence too.
#include "identity_metadata.hpp"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <thread>

#include "clausier/core/issue.hpp"
#include "web_client.hpp"

using namespace clausier;
using boost::asio::ip::tcp;

namespace {

// Answers the same to whoever calls, or hangs up when it has nothing to say, and counts the calls.
class Publisher {
public:
    explicit Publisher(const std::function<std::string(const std::string& address)>& answer)
        : acceptor_(context_, {boost::asio::ip::address_v4::loopback(), 0}), answer_(answer(address())) {
        accept();
        thread_ = std::thread([this] { context_.run(); });
    }
    ~Publisher() {
        context_.stop();
        thread_.join();
    }
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;
    [[nodiscard]] std::string address() const {
        return "http://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port());
    }
    [[nodiscard]] int calls() const { return calls_; }

private:
    void accept() {
        acceptor_.async_accept([this](const boost::system::error_code& fault, tcp::socket caller) {
            if (fault) return;
            ++calls_;
            boost::system::error_code gone;
            std::string asked;
            boost::asio::read_until(caller, boost::asio::dynamic_buffer(asked), "\r\n\r\n", gone);
            if (!answer_.empty()) boost::asio::write(caller, boost::asio::buffer(answer_), gone);
            accept();
        });
    }
    boost::asio::io_context context_;
    tcp::acceptor acceptor_;
    const std::string answer_;
    std::atomic<int> calls_{0};
    std::thread thread_;
};

std::string metadata_of(const std::string& issuer, const std::string& address) {
    const std::string body = R"({"issuer":")" + issuer + R"(","authorization_endpoint":")" + address +
                             R"(/auth","token_endpoint":")" + address + R"(/token","userinfo_endpoint":")" + address +
                             R"(/me","jwks_uri":")" + address + R"(/jwks"})";
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

core::ErrorKind refusal(outside::Provider& provider) {
    try {
        static_cast<void>(provider.metadata());
    } catch (const core::Error& error) {
        return error.kind();
    }
    FAIL("it was believed");
    return {};
}

}  // namespace

TEST_CASE("what a provider publishes is read once for a while") {
    const Publisher server([](const std::string& address) { return metadata_of(address, address); });
    outside::Provider provider(server.address());
    CHECK(provider.metadata()->token == server.address() + "/token");
    CHECK(provider.metadata()->keys == server.address() + "/jwks");
    CHECK(server.calls() == 1);
}

TEST_CASE("metadata that tell another issuer are refused") {
    for (const char* other : {"/autre", "/"}) {
        const Publisher server([&](const std::string& address) { return metadata_of(address + other, address); });
        outside::Provider provider(server.address());
        CHECK(refusal(provider) == core::ErrorKind::forbidden);
    }
}

TEST_CASE("a provider elsewhere names no address of this machine; one that is here may") {
    const std::string elsewhere = "https://identite.exemple.fr", here = "http://127.0.0.1:8081";
    CHECK(outside::may_name(elsewhere, "https://identite.exemple.fr/jetons"));
    CHECK(outside::may_name(elsewhere, "https://cles.exemple.fr/jwks"));
    for (const char* url : {"http://127.0.0.1:8080/token", "http://localhost/token", "http://[::1]/token",
                            "https://127.0.0.1/token", "http://identite.exemple.fr/token", "file:///etc/passwd", ""}) {
        INFO(url);
        CHECK_FALSE(outside::may_name(elsewhere, url));
    }
    CHECK(outside::may_name(here, "http://127.0.0.1:8081/token"));
    CHECK(outside::may_name(here, "https://identite.exemple.fr/token"));
    CHECK_FALSE(outside::may_name(here, "http://identite.exemple.fr/token"));
}

TEST_CASE("a provider that answers by a redirection is not followed") {
    const Publisher server([](const std::string& address) {
        return "HTTP/1.1 302 Found\r\nLocation: " + address +
               "/ailleurs\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    });
    outside::Provider provider(server.address());
    CHECK(refusal(provider) == core::ErrorKind::forbidden);
    CHECK(server.calls() == 1);
}

TEST_CASE("a provider that fails is not asked again at once: the next ones are told the same without waiting") {
    const Publisher server([](const std::string&) { return std::string(); });
    outside::Provider provider(server.address());
    CHECK(refusal(provider) == core::ErrorKind::unavailable);
    const int asked = server.calls();
    CHECK(asked > 0);
    for (int i = 0; i < 5; ++i) CHECK(refusal(provider) == core::ErrorKind::unavailable);
    CHECK_THROWS_AS(provider.keys("k"), core::Error);
    CHECK(server.calls() == asked);
}
