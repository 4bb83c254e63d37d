// Implements the records of a BIFF stream.
#include "biff.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

#include "encoding.hpp"
#include "little_endian.hpp"

namespace clausier::sheets {

bool BiffRecords::next(BiffRecord& record) {
    constexpr std::size_t head = 4;
    if (at_ > stream_.size() || stream_.size() - at_ < head) return false;
    const std::size_t length = u16(stream_, at_ + 2);
    if (stream_.size() - at_ - head < length) return false;
    record = {u16(stream_, at_), at_ + head, stream_.substr(at_ + head, length)};
    at_ += head + length;
    return true;
}

std::vector<std::string_view> BiffRecords::with_continuations(const BiffRecord& record) {
    std::vector<std::string_view> pieces = {record.data};
    BiffRecord further;
    for (BiffRecords ahead = *this; ahead.next(further) && further.type == biff::continued; *this = ahead)
        pieces.push_back(further.data);
    return pieces;
}

std::string_view BiffTexts::rest() const {
    return piece_ < pieces_.size() ? pieces_[piece_].substr(std::min(at_, pieces_[piece_].size())) : std::string_view();
}

bool BiffTexts::next_piece() {
    ++piece_;
    at_ = 0;
    ended_ = ended_ || piece_ >= pieces_.size();
    return !ended_;
}

void BiffTexts::skip(std::size_t count) {
    while (count > rest().size()) {
        count -= rest().size();
        if (!next_piece()) return;
    }
    at_ += count;
}

std::uint64_t BiffTexts::integer(std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        while (rest().empty())
            if (!next_piece()) return 0;
        value |= std::uint64_t{u8(rest(), 0)} << (8 * i);
        ++at_;
    }
    return value;
}

bool BiffTexts::append_text(std::size_t width, std::string& out) {
    const auto count = static_cast<std::size_t>(integer(width));
    if (!unicode_) {
        const auto text = rest().substr(0, count);
        for (const char byte : text) append_byte(out, byte, bytes_);
        at_ += text.size();
        return !ended_ && text.size() == count;
    }
    const auto flags = integer(1);
    const std::size_t runs = (flags & 8U) != 0 ? static_cast<std::size_t>(integer(2)) : 0;
    const std::size_t phonetics = (flags & 4U) != 0 ? static_cast<std::size_t>(integer(4)) : 0;
    if (ended_ || !append_characters(count, (flags & 1U) != 0, out)) return false;
    skip(4 * runs + phonetics);
    return true;
}

bool BiffTexts::append_characters(std::size_t count, bool wide, std::string& out) {
    Decoder decoder(Encoding::utf16);
    for (;;) {
        const std::size_t size = wide ? 2 : 1;
        const auto text = rest().substr(0, std::min(count, rest().size() / size) * size);
        if (wide) {
            decoder.feed(text, out);
        } else {
            // A byte is the low half of a UTF-16 unit.
            for (const char byte : text) append_utf8(out, static_cast<unsigned char>(byte));
        }
        at_ += text.size();
        count -= text.size() / size;
        if (count == 0) break;
        if (!next_piece()) return false;
        wide = (integer(1) & 1U) != 0;
    }
    decoder.finish(out);
    return true;
}

double rk_value(std::uint32_t rk) {
    const bool whole = (rk & 2U) != 0;
    const double value = whole ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                               : std::bit_cast<double>(std::uint64_t{rk & ~3U} << 32U);
    return (rk & 1U) != 0 ? value / 100 : value;
}

void append_number(std::string& out, double value) {
    char text[32];
    const bool whole = std::abs(value) < 1e17 && std::trunc(value) == value;
    const auto end = whole ? std::to_chars(text, text + sizeof text, static_cast<std::int64_t>(value)).ptr
                           : std::to_chars(text, text + sizeof text, value).ptr;
    out.append(text, end);
}

std::string_view error_text(std::uint8_t code) {
    switch (code) {
        case 0x00:
            return "#NULL!";
        case 0x07:
            return "#DIV/0!";
        case 0x0F:
            return "#VALUE!";
        case 0x17:
            return "#REF!";
        case 0x1D:
            return "#NAME?";
        case 0x24:
            return "#NUM!";
        case 0x2A:
            return "#N/A";
        default:
            return "#ERR";
    }
}

}  // namespace clausier::sheets
