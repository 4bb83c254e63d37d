// A connected socket, with TLS or without, as the coroutines read and write it. Included by server.cpp alone.
#pragma once
#include <openssl/ssl.h>

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <optional>
#include <string_view>
#include <utility>

namespace clausier::http {

namespace asio = boost::asio;
using boost::system::error_code;
// The executor by its own type: asio's type-erased one costs an indirection at each operation.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
template <class T>
using Task = asio::awaitable<T, Executor>;
inline constexpr asio::use_awaitable_t<Executor> awaited{};

class Stream {
public:
    Stream(Socket socket, asio::ssl::context* tls) : socket_(std::move(socket)) {
        error_code ignored;
        socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
        socket_.non_blocking(true, ignored);
        if (tls != nullptr) tls_.emplace(socket_, *tls);
    }

    [[nodiscard]] bool secure() const { return tls_.has_value(); }

    Task<void> handshake(error_code& error) {
        co_await tls_->async_handshake(asio::ssl::stream_base::server, asio::redirect_error(awaited, error));
    }

    Task<std::size_t> read(asio::mutable_buffer into, error_code& error) {
        if (tls_) co_return co_await tls_->async_read_some(into, asio::redirect_error(awaited, error));
        co_return co_await socket_.async_read_some(into, asio::redirect_error(awaited, error));
    }

    // Sends what the kernel takes at once, without a turn of the loop; tells how many bytes that was.
    std::size_t write_now(const std::array<asio::const_buffer, 2>& bytes, error_code& error) {
        if (tls_) return 0;
        const std::size_t sent = socket_.write_some(bytes, error);
        if (error == asio::error::would_block) error = {};
        return sent;
    }

    Task<void> write(asio::const_buffer bytes, error_code& error) {
        if (tls_)
            co_await asio::async_write(*tls_, bytes, asio::redirect_error(awaited, error));
        else
            co_await asio::async_write(socket_, bytes, asio::redirect_error(awaited, error));
    }

    // Says that nothing more will be sent.
    Task<void> finish() {
        error_code ignored;
        if (tls_) co_await tls_->async_shutdown(asio::redirect_error(awaited, ignored));
        socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }

    // Ends what is awaited, with an error.
    void cancel() {
        error_code ignored;
        socket_.cancel(ignored);
    }
    void close() {
        error_code ignored;
        socket_.close(ignored);
    }

private:
    Socket socket_;
    std::optional<asio::ssl::stream<Socket&>> tls_;
};

}  // namespace clausier::http
