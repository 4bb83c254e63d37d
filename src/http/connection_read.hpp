// How a connection reads: the head of a request, then its body. Included by server.cpp alone.
#pragma once
#include <algorithm>

#include "clausier/core/issue.hpp"
#include "connection.hpp"
#include "host.hpp"

namespace clausier::http {

inline constexpr std::size_t read_at_once = 2 << 10;  // while nothing is known of the client
inline constexpr std::size_t read_body_at_once = 24 << 10;
inline constexpr std::size_t spill_at = 128 << 10;  // bytes written to a file at once

// More bytes into in_, whose room never ends before a limit of the guard does. 0: the connection ended or its time did.
inline Task<std::size_t> Connection::receive() {
    const std::size_t wanted = reading_body_ ? read_body_at_once : read_at_once;
    const std::size_t room = std::max<std::size_t>(1, std::min(wanted, in_.max_size() - in_.size()));
    const std::size_t n = co_await stream_.read(in_.prepare(room), error_);
    if (error_ || expired_) co_return 0;
    in_.commit(n);
    co_return n;
}

// At the first byte of a request.
inline void Connection::begin(Exchange& exchange) {
    idle_ = false;
    exchange.start = Ticks::now();
    exchange.id = loop_.next_id();
    if (!first_) deadline_ = exchange.start + service_.options.timeouts.header;
}

inline Task<bool> Connection::read_head(Exchange& exchange) {
    HeadScan scan(service_.options.head);
    bool whole = false;
    if (in_.size() == 0) {
        if (loop_.stopping()) co_return false;
        if (in_.capacity() > 2 * read_at_once) in_.shrink_to_fit();  // what a body needed
        idle_ = true;
        until(first_ ? service_.options.timeouts.header : service_.options.timeouts.idle);
    } else {
        begin(exchange);
        whole = scan.scan(incoming());
    }
    while (!whole && !scan.verdict().refused()) {
        if (co_await receive() == 0) {
            co_await lose_head(exchange);
            co_return false;
        }
        if (idle_) begin(exchange);
        whole = scan.scan(incoming());
    }
    first_ = false;
    reading_body_ = false;
    without_deadline();
    auto verdict = scan.verdict();
    if (whole) {
        verdict = judge(scan.lines(incoming()), exchange.request, exchange.framing);
        in_.consume(scan.size());
    }
    settle(exchange);
    if (verdict.refused()) co_await refuse(exchange, verdict);
    co_return !verdict.refused();
}

// What stopped before a whole head came is told so, unless it never began.
inline Task<void> Connection::lose_head(Exchange& exchange) {
    if (idle_ || in_.size() == 0 || (error_ && !expired_ && error_ != asio::error::eof)) co_return;
    settle(exchange);
    const bool late = expired_;
    error_ = {};
    expired_ = false;
    co_await refuse(exchange, late ? Verdict{408, "La requête a mis trop de temps à arriver."}
                                   : Verdict{400, "La requête s’arrête avant la fin de ses en-têtes."});
}

// Completes the head by what the server knows, and keeps what is needed once the request is gone.
inline void Connection::settle(Exchange& exchange) {
    Request& request = exchange.request;
    request.id = exchange.id;
    request.peer = peer_;
    request.secure = stream_.secure();
    believe_proxy(request, service_.options.trusted_proxy);
    exchange.method = request.method;
    exchange.client = request.peer;
    exchange.wanted = preferences(request);
    if (service_.options.access_log) exchange.target = told_target(request.target, service_.options.secret_paths);
}

inline Task<Verdict> Connection::read_body(Exchange& exchange, bool to_file, std::uint64_t limit) {
    BodyCut cut(exchange.request, exchange.framing, limit);
    if (cut.verdict().refused()) co_return cut.verdict();
    Verdict verdict;
    if (to_file) {
        verdict = co_await spill(exchange);
        if (verdict.refused()) co_return verdict;
    }
    if (exchange.framing.expects_continue && in_.size() == 0) {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        until(service_.options.timeouts.write);
        co_await stream_.write(asio::buffer(go_on), error_);
    }
    verdict = co_await read_pieces(exchange, cut);
    if (!verdict.refused() && to_file) verdict = co_await spill(exchange);
    without_deadline();
    block_ = {};
    co_return verdict;
}

inline Task<Verdict> Connection::read_pieces(Exchange& exchange, BodyCut& cut) {
    const Timeouts& times = service_.options.timeouts;
    const auto start = Ticks::now();
    reading_body_ = true;
    std::uint64_t came = 0;
    for (;;) {
        while (in_.size() > 0 && !cut.done()) {
            const auto step = cut.next(incoming());
            if (cut.verdict().refused()) co_return cut.verdict();
            (exchange.request.file ? block_ : exchange.request.body) += step.data;
            came += step.used;
            in_.consume(step.used);
        }
        if (block_.size() >= spill_at) {
            const Verdict written = co_await spill(exchange);
            if (written.refused()) co_return written;
        }
        if (cut.done()) break;
        const auto earned = std::chrono::seconds(came / std::max<std::uint64_t>(1, times.body_rate));
        deadline_ = start + std::min<std::chrono::milliseconds>(times.body + earned, times.body_total);
        if (co_await receive() == 0) {
            if (!expired_) co_return Verdict{400, "La requête s’arrête avant la fin de son contenu."};
            expired_ = false;
            error_ = {};
            co_return Verdict{408, "Le contenu de la requête a mis trop de temps à arriver."};
        }
    }
    service_.metrics.received(came);
    co_return Verdict{};
}

// Takes what waits in block_ to the file of the request, made on the way the first time.
inline Task<Verdict> Connection::spill(Exchange& exchange) {
    bool written = false;
    without_deadline();
    auto work = [&] {
        try {
            if (!exchange.request.file) exchange.request.file = std::make_shared<Spool>();
            exchange.request.file->write(block_);
            written = true;
        } catch (const std::exception&) {  // told by `written`
        }
    };
    co_await run_on(service_.disk, loop_, work);
    block_.clear();
    if (written) co_return Verdict{};
    co_return Verdict{503, "Le serveur ne peut pas ranger le fichier reçu ; réessayez plus tard."};
}

}  // namespace clausier::http
