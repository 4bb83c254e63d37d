// A client that says exactly what it is told, byte by byte, on a real socket.
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace clausier::tests {

class RawClient {
public:
    explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{20, 0};  // of a test that hangs, not of one that passes
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
            throw std::runtime_error("no server on this port");
    }
    ~RawClient() { close(); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    // Whether the kernel took it all.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }
    [[nodiscard]] int descriptor() const { return socket_; }
    void finish_sending() { ::shutdown(socket_, SHUT_WR); }
    void close() {
        if (socket_ >= 0) ::close(socket_);
        socket_ = -1;
    }

    // One whole answer: its head and as many bytes as Content-Length says. Empty when the server closed before.
    // `without_body` for answers to HEAD.
    std::string answer(bool without_body = false) {
        std::size_t end = std::string::npos;
        while ((end = kept_.find("\r\n\r\n")) == std::string::npos)
            if (!more()) return {};
        const std::string head = kept_.substr(0, end + 4);
        std::size_t length = 0;
        if (const auto at = head.find("Content-Length: "); at != std::string::npos && !without_body)
            length = std::strtoul(head.c_str() + at + 16, nullptr, 10);
        while (kept_.size() < head.size() + length)
            if (!more()) return {};
        std::string out = kept_.substr(0, head.size() + length);
        kept_.erase(0, out.size());
        return out;
    }
    // Everything until the server closes.
    std::string all() {
        while (more()) {
        }
        return std::exchange(kept_, {});
    }

private:
    bool more() {
        char block[65536];
        const ssize_t n = ::recv(socket_, block, sizeof block, 0);
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) throw std::runtime_error("the server says nothing");
        if (n <= 0) return false;
        kept_.append(block, static_cast<std::size_t>(n));
        return true;
    }

    int socket_;
    std::string kept_;
};

inline int status_of(std::string_view answer) {
    return answer.starts_with("HTTP/1.1 ") ? std::atoi(std::string(answer.substr(9, 3)).c_str()) : 0;
}

inline std::string body_of(std::string_view answer) {
    const auto end = answer.find("\r\n\r\n");
    return end == std::string_view::npos ? "" : std::string(answer.substr(end + 4));
}

inline bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// How many answers the bytes hold.
inline int answers_in(std::string_view bytes) {
    int count = 0;
    for (auto at = bytes.find("HTTP/1.1 "); at != std::string_view::npos; at = bytes.find("HTTP/1.1 ", at + 1)) ++count;
    return count;
}

}  // namespace clausier::tests
