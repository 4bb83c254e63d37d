// One client: its requests one after the other, each read, judged, answered. Included by server.cpp alone.
#pragma once
#include <boost/beast/core/flat_buffer.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "body_cut.hpp"
#include "loop.hpp"

namespace clausier::http {

inline constexpr std::chrono::seconds linger_between{2};
inline constexpr std::chrono::seconds linger_in_all{30};

// A request and what is kept of it until it is answered and logged.
struct Exchange {
    Request request{};
    Framing framing{};
    Preferences wanted{};
    Ticks::time_point start{};
    std::string id{};
    std::string method{};
    std::string client{};
    std::string target{};  // for the log, when there is one
    std::string fault{};
};

class Connection final : public Watched {
public:
    Connection(Service& service, Loop& loop, Socket socket, std::string peer);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Task<void> serve();
    // Instead of serve(): one answer, that there is no room.
    Task<void> turn_away();

    void sweep(Ticks::time_point now) override;
    void leave_if_idle() override;
    void cut() override;

private:
    // Reading: connection_read.hpp.
    Task<bool> read_head(Exchange& exchange);
    Task<void> lose_head(Exchange& exchange);
    Task<Verdict> read_body(Exchange& exchange, bool to_file, std::uint64_t limit);
    Task<Verdict> read_pieces(Exchange& exchange, BodyCut& cut);
    Task<Verdict> spill(Exchange& exchange);
    Task<std::size_t> receive();
    void begin(Exchange& exchange);
    void settle(Exchange& exchange);

    // Answering: connection_answer.hpp.
    Task<bool> exchange();
    Task<bool> handle(Exchange& exchange, bool direct);
    Task<bool> refuse(Exchange& exchange, Verdict verdict);
    Task<bool> respond(Exchange& exchange, Response response, bool keep);
    Task<std::uint64_t> send(const Response& response, bool with_body);
    Task<void> send_rest(std::size_t sent, std::string_view content);
    Task<std::uint64_t> send_file(std::shared_ptr<Spool> file);
    Task<void> farewell();
    Response refusal(unsigned status, std::string_view why);
    void note(const Exchange& exchange, const Response& response, std::uint64_t bytes);

    [[nodiscard]] std::string_view incoming() const {
        return {static_cast<const char*>(in_.data().data()), in_.data().size()};
    }
    void until(std::chrono::milliseconds duration) { deadline_ = Ticks::now() + duration; }
    void without_deadline() { deadline_ = Ticks::time_point::max(); }

    Service& service_;
    Loop& loop_;
    Stream stream_;
    const std::string peer_;
    boost::beast::flat_buffer in_;
    std::string out_;
    std::string block_;  // of a body, before it goes to its file
    error_code error_;   // of the last operation; once set, the connection is lost
    Ticks::time_point deadline_ = Ticks::time_point::max();
    bool first_ = true;  // no request was read yet
    bool idle_ = true;   // between two requests
    bool reading_body_ = false;
    bool expired_ = false;
    bool lingering_ = false;  // the client may still be sending what will not be read
};

inline Connection::Connection(Service& service, Loop& loop, Socket socket, std::string peer)
    : service_(service),
      loop_(loop),
      stream_(std::move(socket), service.tls ? &*service.tls : nullptr),
      peer_(std::move(peer)),
      in_(service.options.head.bytes() + 4096) {
    loop_.enter(*this);
    service_.metrics.opened();
}

inline Connection::~Connection() {
    unlink();
    service_.metrics.closed();
    loop_.left();
}

inline void Connection::sweep(Ticks::time_point now) {
    if (now < deadline_) return;
    without_deadline();
    expired_ = true;
    stream_.cancel();
}

inline void Connection::leave_if_idle() {
    if (!idle_) return;
    expired_ = true;
    stream_.cancel();
}

inline void Connection::cut() {
    expired_ = true;
    stream_.close();
}

inline Task<void> Connection::serve() {
    if (stream_.secure()) {
        until(service_.options.timeouts.header);
        co_await stream_.handshake(error_);
        if (error_ || expired_) co_return;
    }
    bool more = !loop_.stopping();
    while (more) more = co_await exchange();
    co_await farewell();
}

inline Task<void> Connection::turn_away() {
    service_.metrics.refused(Refusal::connections);
    if (stream_.secure()) co_return;
    Exchange exchange;
    begin(exchange);
    exchange.client = peer_;
    lingering_ = true;
    Response response = refusal(503, "Le serveur a trop de connexions ouvertes ; réessayez dans un instant.");
    co_await respond(exchange, std::move(response), false);
    co_await farewell();
}

// Says goodbye, then reads for a while what the client still sends: closing on unread bytes would destroy the answer on
// its way, and a browser would show a broken connection instead of the sentence that says why its file is refused.
inline Task<void> Connection::farewell() {
    if (error_ || expired_) co_return;
    idle_ = true;
    until(linger_between);
    co_await stream_.finish();
    const auto end = Ticks::now() + linger_in_all;
    while (lingering_ && !loop_.stopping() && Ticks::now() < end) {
        in_.consume(in_.size());
        until(linger_between);
        if (co_await receive() == 0) co_return;
    }
}

}  // namespace clausier::http
