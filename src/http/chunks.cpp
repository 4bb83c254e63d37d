// The chunked coding of RFC 9112 §7.1, byte by byte between runs of data.
#include "chunks.hpp"

#include <algorithm>
#include <limits>

namespace clausier::http {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

ChunkReader::Step ChunkReader::next(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size() && !done() && !verdict_.refused()) {
        if (state_ == State::data) {
            const auto run = static_cast<std::size_t>(std::min<std::uint64_t>(size_, bytes.size() - at));
            size_ -= run;
            if (size_ == 0) state_ = State::data_cr;
            return {at + run, bytes.substr(at, run)};
        }
        take(bytes[at++]);
    }
    return {at, {}};
}

void ChunkReader::take(char c) {
    switch (state_) {
        case State::size:
            return take_size(c);
        case State::size_end:
            expect(c, '\n', size_ == 0 ? State::last_cr : State::data);
            return;
        case State::data_cr:
            return expect(c, '\r', State::data_lf);
        case State::data_lf:
            digits_ = 0;
            return expect(c, '\n', State::size);
        case State::last_cr:
            if (c != '\r') return refuse("Le corps finit par des en-têtes, ce qui n’est pas accepté.");
            state_ = State::last_lf;
            return;
        case State::last_lf:
            return expect(c, '\n', State::done);
        case State::data:
        case State::done:
            return;
    }
}

void ChunkReader::take_size(char c) {
    if (const int digit = hex_value(c); digit >= 0) {
        if (++digits_ > 16) return refuse("La taille d’un morceau du corps est trop grande.");
        size_ = (digits_ == 1 ? 0 : size_ * 16) + static_cast<std::uint64_t>(digit);
        return;
    }
    if (digits_ == 0 || c != '\r')
        return refuse("La taille d’un morceau du corps n’est pas un nombre hexadécimal seul.");
    if (size_ > std::numeric_limits<std::uint64_t>::max() - told_)
        return refuse("La taille d’un morceau du corps est trop grande.");
    told_ += size_;
    state_ = State::size_end;
}

void ChunkReader::expect(char c, char wanted, State then) {
    if (c != wanted) return refuse("Un morceau du corps n’est pas suivi de CR et LF.");
    state_ = then;
}

void ChunkReader::refuse(std::string_view why) { verdict_ = {400, why}; }

}  // namespace clausier::http
