// A count of bytes, or chunks.
#include "body_cut.hpp"

#include <algorithm>

namespace clausier::http {
namespace {

constexpr Verdict too_large{413, "Le contenu envoyé est trop volumineux pour cette page ; envoyez moins à la fois."};

}  // namespace

BodyCut::BodyCut(const Head& head, const Framing& framing, std::uint64_t limit) : limit_(limit) {
    if (framing.chunked)
        chunks_.emplace();
    else
        left_ = head.length.value_or(0);
    if (left_ > limit_) verdict_ = too_large;
}

ChunkReader::Step BodyCut::next(std::string_view bytes) {
    if (chunks_) {
        const auto step = chunks_->next(bytes);
        verdict_ = chunks_->told() > limit_ ? too_large : chunks_->verdict();
        return step;
    }
    const auto used = static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size()));
    left_ -= used;
    return {used, bytes.substr(0, used)};
}

}  // namespace clausier::http
