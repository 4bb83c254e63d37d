// One network thread: its io_context, its connections and the clock that ends those that are late. Included by
// server.cpp alone.
#pragma once
#include <array>
#include <atomic>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/post.hpp>
#include <boost/intrusive/list.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <random>
#include <string>

#include "answer_head.hpp"
#include "clausier/http/filter.hpp"
#include "clausier/http/server.hpp"
#include "connection_limits.hpp"
#include "stream.hpp"
#include "worker_pool.hpp"

namespace clausier::http {

using Ticks = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Ticks, asio::wait_traits<Ticks>, Executor>;

// What every connection of a server shares.
struct Service {
    ServerOptions options;
    Handler& handler;
    Metrics& metrics;
    std::optional<asio::ssl::context> tls;
    ConnectionLimits limits;
    Filter filter{};
    WorkerPool workers;
    WorkerPool disk;  // one thread that writes and reads temporary files
};

// A connection as its loop sees it. Lives on the loop's thread only.
class Watched : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
    virtual void sweep(Ticks::time_point now) = 0;  // ends what it awaits when its time is over
    virtual void leave_if_idle() = 0;
    virtual void cut() = 0;  // closes the socket at once

protected:
    ~Watched() = default;
};

class Loop {
public:
    explicit Loop(Service& service) : service_(service) { renew_date(); }

    asio::io_context& context() { return context_; }
    [[nodiscard]] Executor executor() { return context_.get_executor(); }
    [[nodiscard]] bool stopping() const { return stopping_; }
    [[nodiscard]] const std::string& date() const { return date_; }

    // A name for a request: 13 letters and digits, no two alike in this loop.
    std::string next_id() {
        std::uint64_t x = seed_ + 0x9e3779b97f4a7c15U * ++count_;  // splitmix64
        x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
        x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
        x ^= x >> 31U;
        std::string id(13, ' ');
        for (char& c : id) {
            c = "0123456789abcdefghjkmnpqrstvwxyz"[x & 31U];
            x >>= 5U;
        }
        return id;
    }

    void enter(Watched& connection) { connections_.push_back(connection); }
    // To be called once a connection has left the list.
    void left() {
        held.fetch_sub(1, std::memory_order_relaxed);
        if (stopping_ && connections_.empty()) timer_.cancel();
    }

    void begin_stop() {
        stopping_ = true;
        grace_end_ = Ticks::now() + service_.options.timeouts.grace;
        for (Watched& connection : connections_) connection.leave_if_idle();
        if (connections_.empty()) timer_.cancel();
    }

    // Looks at the time four times a second: cheaper than a timer for each operation of each connection.
    Task<void> watch() {
        while (!stopping_ || !connections_.empty()) {
            error_code ignored;
            timer_.expires_after(std::chrono::milliseconds(250));
            co_await timer_.async_wait(asio::redirect_error(awaited, ignored));
            renew_date();
            const auto now = Ticks::now();
            for (Watched& connection : connections_) connection.sweep(now);
            if (stopping_ && now >= grace_end_) end_grace();
        }
    }

    // Connections given to this loop; the one that holds fewest gets the next.
    std::atomic<std::size_t> held{0};

private:
    void end_grace() {
        service_.workers.close();
        for (Watched& connection : connections_) connection.cut();
    }

    void renew_date() {
        const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        if (const auto second = now.time_since_epoch().count(); second != dated_) {
            dated_ = second;
            date_ = http_date(second);
        }
    }

    Service& service_;
    asio::io_context context_{1};
    Timer timer_{context_};
    boost::intrusive::list<Watched, boost::intrusive::constant_time_size<false>> connections_;
    bool stopping_ = false;
    Ticks::time_point grace_end_{};
    std::int64_t dated_ = -1;
    std::string date_;
    std::uint64_t seed_ = (std::uint64_t{std::random_device{}()} << 32U) | std::random_device{}();
    std::uint64_t count_ = 0;
};

// Runs the work on a pool while the coroutine waits. False when the pool is full or closed, the work then not done.
template <class Work>
Task<bool> run_on(WorkerPool& pool, Loop& loop, Work& work) {
    bool ran = false;
    auto start = [&](auto handler) {
        auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        auto keep = asio::make_work_guard(loop.executor());  // the loop does not end while this is out
        auto resume = [waiting, keep] { asio::post(keep.get_executor(), [waiting] { std::move (*waiting)(); }); };
        const bool taken = pool.submit([&ran, &work, resume](bool run) {
            if (run) work();
            ran = run;
            resume();
        });
        if (!taken) resume();
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<Executor>&, void()>(start, awaited);
    co_return ran;
}

}  // namespace clausier::http
