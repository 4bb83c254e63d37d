// Judges the raw bytes of a request before anything believes them: what two programs could read in two ways is refused.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "clausier/http/message.hpp"

namespace clausier::http {

// Why a request goes no further: a status and one French sentence. A status of 0 refuses nothing.
struct Verdict {
    unsigned status = 0;
    std::string_view why{};
    [[nodiscard]] bool refused() const { return status != 0; }
};

struct HeadLimits {
    std::size_t line = 8 << 10;    // the request line; more is 414
    std::size_t block = 16 << 10;  // all header lines together; more is 431
    std::size_t fields = 100;      // how many of them; more is 431
    // No head within the limits is longer than this.
    [[nodiscard]] std::size_t bytes() const { return line + block + 6; }
};

// Finds the end of a request head in bytes that come little by little, and refuses as soon as they cannot be one:
// limits, bare CR or LF, control characters. One empty line before the request line is passed over.
class HeadScan {
public:
    explicit HeadScan(const HeadLimits& limits = {}) : limits_(limits) {}
    // `bytes` are all those that came since the start of the request, each call with more of them. Tells whether the
    // head is whole; otherwise verdict() tells whether to read on.
    bool scan(std::string_view bytes);
    [[nodiscard]] Verdict verdict() const { return verdict_; }
    // Of a whole head: its lines, and how many bytes it takes, empty line included.
    [[nodiscard]] std::string_view lines(std::string_view bytes) const { return bytes.substr(start_, size_ - start_); }
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    bool end_line();
    void refuse(std::string_view why);
    void check_limits();

    HeadLimits limits_;
    Verdict verdict_{};
    std::size_t start_ = 0;      // of the request line
    std::size_t line_ = 0;       // start of the line being read
    std::size_t at_ = 0;         // first byte not looked at
    std::size_t first_end_ = 0;  // end of the request line, 0 before it is known
    std::size_t fields_ = 0;
    std::size_t size_ = 0;
};

// How the message stands on the connection: what no handler needs to know.
struct Framing {
    bool chunked = false;
    bool keep_alive = true;
    bool expects_continue = false;
    bool old = false;  // HTTP/1.0
};

// Judges the lines of a whole head and fills `head` (method, target, headers, length) and `framing`, which hold nothing
// to be used when the verdict refuses. Follows RFC 9112, always on the strict side.
Verdict judge(std::string_view lines, Head& head, Framing& framing);

}  // namespace clausier::http
