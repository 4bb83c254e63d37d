// Implements the encodings by two tables and one reading of UTF-8 characters.
#include "encoding.hpp"

#include <array>
#include <cstring>
#include <utility>

#include "clausier/core/one_byte.hpp"

namespace clausier::sheets {
namespace {

constexpr char32_t replacement = 0xFFFD;

constexpr std::array<char16_t, 128> mac_roman_high = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5,
    0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4,
    0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6,
    0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265,
    0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF,
    0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044,
    0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9,
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7};

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// The UTF-8 character at the head of a text that is not empty: its bytes, 0 when there is none; `cut` when the text
// ends inside what may become one.
struct Head {
    std::size_t bytes = 0;
    bool cut = false;
};

Head utf8_head(std::string_view text) {
    const unsigned char lead = byte_at(text, 0);
    if (lead < 0x80) return {1};
    if (lead < 0xC2 || lead > 0xF4) return {};
    const std::size_t bytes = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // The second byte is what excludes overlong forms, surrogates and what lies beyond U+10FFFF.
    const unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (std::size_t i = 1; i < bytes; ++i) {
        if (i == text.size()) return {0, true};
        const unsigned char byte = byte_at(text, i);
        if (byte < (i == 1 ? least : 0x80) || byte > (i == 1 ? most : 0xBF)) return {};
    }
    return {bytes};
}

constexpr std::uint64_t every_byte(std::uint64_t value) { return value * 0x0101010101010101ULL; }

// Bytes from `from` that are plain ASCII other than zero, eight at a time.
std::size_t plain_run(std::string_view text, std::size_t from) {
    std::size_t at = from;
    for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        const std::uint64_t zero = (word - every_byte(1)) & ~word;
        if (((word | zero) & every_byte(0x80)) != 0) break;
    }
    return at - from;
}

}  // namespace

void append_utf8(std::string& out, char32_t code) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
        return;
    }
    if (code < 0x800) {
        put(0xC0U | (code >> 6U));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
    }
    put(0x80U | (code & 0x3FU));
}

void append_byte(std::string& out, char byte, Encoding encoding) {
    const auto value = static_cast<unsigned char>(byte);
    if (value < 0x80) {
        out += byte;
    } else if (encoding == Encoding::mac_roman) {
        append_utf8(out, mac_roman_high[value - 0x80U]);
    } else {
        append_utf8(out, core::cp1252(value));
    }
}

void TextSurvey::feed(std::string_view bytes) {
    // A cut character is completed by at most three bytes, looked at apart so that the piece itself is never copied.
    while (!tail_.empty() && !bytes.empty()) {
        tail_ += bytes.front();
        bytes.remove_prefix(1);
        const std::string held = std::exchange(tail_, {});
        look(held, false);
    }
    look(bytes, false);
}

TextFacts TextSurvey::finish() {
    const std::string held = std::exchange(tail_, {});
    look(held, true);
    return facts_;
}

void TextSurvey::look(std::string_view text, bool last) {
    constexpr std::string_view lost = "\xEF\xBF\xBD";
    constexpr std::string_view latin = "\xE9\xE8\xE0\xEA\xE7";
    constexpr std::string_view mac = "\x8E\x8F\x88\x90\x8D";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = plain_run(text, at);
        at += plain;
        if (at == text.size()) return;
        const Head head = utf8_head(text.substr(at));
        if (head.cut && !last) {
            tail_.assign(text.substr(at));
            return;
        }
        if (head.bytes == 0) {
            ++facts_.stray;
            if (latin.find(text[at]) != std::string_view::npos) ++facts_.latin_letters;
            if (mac.find(text[at]) != std::string_view::npos) ++facts_.mac_letters;
        } else if (head.bytes > 1) {
            ++facts_.sequences;
            if (text.substr(at, head.bytes) == lost) ++facts_.lost;
        } else if (text[at] == '\0') {
            facts_.nul = true;
        }
        at += head.bytes == 0 ? 1 : head.bytes;
    }
}

void Decoder::feed(std::string_view bytes, std::string& out) {
    if (tail_.empty()) {
        decode(bytes, false, out);
        return;
    }
    const std::string joined = std::exchange(tail_, {}).append(bytes);
    decode(joined, false, out);
}

void Decoder::finish(std::string& out) {
    const std::string held = std::exchange(tail_, {});
    decode(held, true, out);
}

void Decoder::decode(std::string_view bytes, bool last, std::string& out) {
    std::size_t taken = bytes.size();
    if (encoding_ == Encoding::utf8) {
        taken = decode_utf8(bytes, last, out);
    } else if (encoding_ == Encoding::utf16) {
        taken = decode_utf16(bytes, last, out);
    } else {
        for (const char byte : bytes) append_byte(out, byte, encoding_);
    }
    tail_.assign(bytes.substr(taken));
}

std::size_t Decoder::decode_utf8(std::string_view bytes, bool last, std::string& out) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t plain = plain_run(bytes, at);
        out.append(bytes.substr(at, plain));
        at += plain;
        if (at == bytes.size()) break;
        const Head head = utf8_head(bytes.substr(at));
        if (head.cut && !last) return at;
        if (head.bytes == 0) {
            append_byte(out, bytes[at], Encoding::cp1252);
            ++replaced_;
        }
        out.append(bytes.substr(at, head.bytes));
        at += head.bytes == 0 ? 1 : head.bytes;
    }
    return at;
}

std::size_t Decoder::decode_utf16(std::string_view bytes, bool last, std::string& out) {
    const auto unit = [&](std::size_t at) -> char32_t {
        const unsigned high = byte_at(bytes, at + (big_endian_ ? 0 : 1));
        return (high << 8U) | byte_at(bytes, at + (big_endian_ ? 1 : 0));
    };
    const auto is_high = [](char32_t code) { return code >= 0xD800 && code <= 0xDBFF; };
    const auto is_low = [](char32_t code) { return code >= 0xDC00 && code <= 0xDFFF; };
    std::size_t at = 0;
    while (at + 2 <= bytes.size()) {
        char32_t code = unit(at);
        if (is_high(code) && at + 4 > bytes.size() && !last) return at;
        if (is_high(code) && at + 4 <= bytes.size() && is_low(unit(at + 2))) {
            code = 0x10000 + ((code - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (is_high(code) || is_low(code)) {
            code = replacement;
            ++replaced_;
        }
        append_utf8(out, code);
        at += 2;
    }
    if (!last || at == bytes.size()) return at;
    append_utf8(out, replacement);
    ++replaced_;
    return bytes.size();
}

}  // namespace clausier::sheets
