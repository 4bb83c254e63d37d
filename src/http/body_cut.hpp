// Cuts the body of a request out of the bytes of its connection, by its length or its chunks, within a limit.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "chunks.hpp"
#include "clausier/http/guard.hpp"
#include "clausier/http/message.hpp"

namespace clausier::http {

class BodyCut {
public:
    BodyCut(const Head& head, const Framing& framing, std::uint64_t limit);

    // Whether there is a body to read at all: a length of 0 is none.
    [[nodiscard]] bool done() const { return chunks_ ? chunks_->done() : left_ == 0; }
    // 413 as soon as the body is told to be, or is, over the limit; 400 for bad chunks.
    [[nodiscard]] Verdict verdict() const { return verdict_; }
    // See ChunkReader::next.
    ChunkReader::Step next(std::string_view bytes);

private:
    std::optional<ChunkReader> chunks_{};
    std::uint64_t left_ = 0;
    std::uint64_t limit_;
    Verdict verdict_{};
};

}  // namespace clausier::http
