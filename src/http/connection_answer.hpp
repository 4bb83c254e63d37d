// How a connection answers: the handler called in the right place, the answer sent, counted and logged. Included by
// server.cpp alone.
#pragma once
#include <array>
#include <boost/beast/http/status.hpp>
#include <boost/core/demangle.hpp>
#include <exception>
#include <typeinfo>
#include <vector>

#include "clausier/http/log_line.hpp"
#include "connection.hpp"

namespace clausier::http {

inline constexpr std::size_t slice = 256 << 10;      // sent under one deadline
inline constexpr std::size_t one_record = 16 << 10;  // of TLS

inline std::string_view reason_of(unsigned status) {
    const auto text = boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(status));
    return {text.data(), text.size()};
}

// The type of an exception, for the log: its text may hold what a person typed.
inline std::string type_of(const std::exception& fault) { return boost::core::demangle(typeid(fault).name()); }

// One request and its answer. Whether another may follow on this connection.
inline Task<bool> Connection::exchange() {
    Exchange exchange;
    if (!co_await read_head(exchange)) co_return false;
    const bool pending = exchange.framing.chunked || exchange.request.length.value_or(0) > 0;
    Admission admission;
    try {
        admission = service_.handler.admit(exchange.request);
    } catch (const std::exception& fault) {
        exchange.fault = type_of(fault);
    }
    if (!exchange.fault.empty()) co_return co_await refuse(exchange, {500, "Une erreur interne est survenue."});
    if (admission.refusal) {
        lingering_ = pending;
        co_return co_await respond(exchange, std::move(*admission.refusal), !pending);
    }
    if (pending) {
        const Verdict verdict = co_await read_body(exchange, admission.to_file, admission.body_limit);
        if (verdict.refused()) {
            exchange.request.file.reset();
            co_return co_await refuse(exchange, verdict);
        }
    }
    exchange.request.note = std::move(admission.note);
    co_return co_await handle(exchange, admission.direct);
}

inline Task<bool> Connection::handle(Exchange& exchange, bool direct) {
    std::optional<Response> response;
    auto work = [&] {
        try {
            response.emplace(service_.handler.handle(std::move(exchange.request)));
            service_.filter.apply(exchange.wanted, *response, !direct);
        } catch (const std::exception& fault) {
            response.reset();
            exchange.fault = type_of(fault);
        }
    };
    if (direct) {
        work();
    } else if (const bool ran = co_await run_on(service_.workers, loop_, work); !ran) {
        service_.metrics.refused(Refusal::busy);
        response.emplace(refusal(503, "Le serveur est occupé ; réessayez dans un instant."));
    }
    if (!response) response.emplace(refusal(500, "Une erreur interne est survenue."));
    co_return co_await respond(exchange, std::move(*response), true);
}

// The last answer of a connection: what follows on it cannot be trusted, or will not be read.
inline Task<bool> Connection::refuse(Exchange& exchange, Verdict verdict) {
    if (verdict.status == 408)
        service_.metrics.refused(Refusal::timeout);
    else if (verdict.status == 413 || verdict.status == 414 || verdict.status == 431)
        service_.metrics.refused(Refusal::size);
    else if (verdict.status < 500 || verdict.status == 501 || verdict.status == 505)
        service_.metrics.refused(Refusal::framing);
    if (error_ == asio::error::eof) error_ = {};  // the client may still be listening
    lingering_ = verdict.status != 408;           // who was too slow gets no more time
    Response response = refusal(verdict.status, verdict.why);
    co_return co_await respond(exchange, std::move(response), false);
}

inline Response Connection::refusal(unsigned status, std::string_view why) {
    Response response;
    try {
        response = service_.handler.refuse(status, why);
    } catch (const std::exception&) {
        response.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
        response.body = why;
    }
    response.status = status;
    if (status == 503 && !response.headers.has("Retry-After")) response.headers.add("Retry-After", "5");
    return response;
}

inline Task<bool> Connection::respond(Exchange& exchange, Response response, bool keep) {
    keep = keep && exchange.framing.keep_alive && !loop_.stopping();
    AnswerFrame frame{reason_of(response.status), loop_.date(), exchange.id, keep, exchange.framing.old};
    out_.clear();
    if (!write_head(out_, response, frame)) {
        exchange.fault = "invalid field";
        response = refusal(500, "Une erreur interne est survenue.");
        frame.reason = reason_of(response.status);
        write_head(out_, response, frame);
    }
    const bool with_body = exchange.method != "HEAD" && may_have_body(response.status);
    const std::uint64_t bytes = co_await send(response, with_body);
    note(exchange, response, bytes);
    co_return keep && !error_ && !expired_;
}

// Sends out_ and the body in one write where the kernel takes them. Tells how many bytes of body went.
inline Task<std::uint64_t> Connection::send(const Response& response, bool with_body) {
    std::string_view content;
    if (with_body && !response.file) content = response.shared ? *response.shared : response.body;
    const std::size_t bytes = content.size();
    if (stream_.secure() && bytes <= one_record) {
        out_ += content;
        content = {};
    }
    const std::size_t sent = stream_.write_now({asio::buffer(out_), asio::buffer(content)}, error_);
    if (!error_ && sent < out_.size() + content.size()) co_await send_rest(sent, content);
    if (error_ || !with_body || !response.file) co_return error_ ? 0 : bytes;
    co_return co_await send_file(response.file);
}

inline Task<void> Connection::send_rest(std::size_t sent, std::string_view content) {
    std::string_view head(out_);
    const std::size_t of_head = std::min(sent, head.size());
    head.remove_prefix(of_head);
    content.remove_prefix(sent - of_head);
    until(service_.options.timeouts.write);
    if (!head.empty()) co_await stream_.write(asio::buffer(head), error_);
    while (!content.empty() && !error_ && !expired_) {
        until(service_.options.timeouts.write);
        const auto piece = content.substr(0, slice);
        co_await stream_.write(asio::buffer(piece), error_);
        content.remove_prefix(piece.size());
    }
    without_deadline();
}

// Block by block, each read by the thread of the disk. A file that ends early ends the connection: the client sees
// that its length is not reached.
inline Task<std::uint64_t> Connection::send_file(std::shared_ptr<Spool> file) {
    std::vector<char> block(static_cast<std::size_t>(std::min<std::uint64_t>(slice, file->size())));
    std::uint64_t sent = 0;
    while (sent < file->size() && !error_ && !expired_) {
        std::size_t got = 0;
        auto work = [&] {
            try {
                got = file->read(sent, block);
            } catch (const std::exception&) {  // told by `got`
            }
        };
        without_deadline();
        co_await run_on(service_.disk, loop_, work);
        if (got == 0) {
            error_ = asio::error::broken_pipe;
            break;
        }
        got = static_cast<std::size_t>(std::min<std::uint64_t>(got, file->size() - sent));
        until(service_.options.timeouts.write);
        co_await stream_.write(asio::buffer(block.data(), got), error_);
        sent += got;
    }
    without_deadline();
    co_return sent;
}

inline void Connection::note(const Exchange& exchange, const Response& response, std::uint64_t bytes) {
    LogEntry entry;
    entry.route = response.route;
    entry.method = exchange.method;
    entry.status = response.status;
    entry.bytes = bytes;
    entry.took = Ticks::now() - exchange.start;
    service_.metrics.answered(entry);
    if (!service_.options.access_log) return;
    entry.at = std::chrono::system_clock::now();
    entry.id = exchange.id;
    entry.client = exchange.client;
    entry.target = exchange.target;
    entry.fault = exchange.fault;
    service_.options.access_log(log_line(entry));
}

}  // namespace clausier::http
