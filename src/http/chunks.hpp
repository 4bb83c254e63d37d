// Takes a chunked body apart, strictly: no extension, no trailer, CRLF only.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "clausier/http/guard.hpp"

namespace clausier::http {

class ChunkReader {
public:
    // What the front of some bytes was: how many are spent, and those of them that are body.
    struct Step {
        std::size_t used = 0;
        std::string_view data{};
    };
    // Call again with what is left until nothing is used, done() or refused.
    Step next(std::string_view bytes);

    [[nodiscard]] bool done() const { return state_ == State::done; }
    [[nodiscard]] Verdict verdict() const { return verdict_; }
    // Bytes of body told so far by the chunk sizes, whether they came or not; never wraps.
    [[nodiscard]] std::uint64_t told() const { return told_; }

private:
    enum class State { size, size_end, data, data_cr, data_lf, last_cr, last_lf, done };
    void take(char c);
    void take_size(char c);
    void expect(char c, char wanted, State then);
    void refuse(std::string_view why);

    State state_ = State::size;
    Verdict verdict_{};
    std::uint64_t size_ = 0;  // of the chunk being read; then what is left of it
    unsigned digits_ = 0;
    std::uint64_t told_ = 0;
};

}  // namespace clausier::http
