// Bytes of the encodings that text files come in, into UTF-8, and what tells these encodings apart.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "clausier/sheets/read.hpp"

namespace clausier::sheets {

// What a whole text holds, byte by byte.
struct TextFacts {
    std::uint64_t sequences = 0;      // well-formed UTF-8 characters of several bytes
    std::uint64_t stray = 0;          // bytes that belong to no UTF-8 character
    std::uint64_t lost = 0;           // U+FFFD, the mark of characters lost before
    std::uint64_t latin_letters = 0;  // stray bytes that are é è à ê ç in cp1252
    std::uint64_t mac_letters = 0;    // stray bytes that are é è à ê ç in Mac Roman
    bool nul = false;                 // a zero byte, which no text has

    // UTF-8, even with a few stray bytes among well-formed characters; else cp1252.
    [[nodiscard]] Encoding encoding() const { return stray > sequences ? Encoding::cp1252 : Encoding::utf8; }
    [[nodiscard]] bool looks_mac_roman() const { return mac_letters > latin_letters; }
};

// Gathers the facts of a text that comes in pieces cut anywhere.
class TextSurvey {
public:
    void feed(std::string_view bytes);
    // The facts, once everything has been fed.
    TextFacts finish();

private:
    void look(std::string_view text, bool last);
    TextFacts facts_;
    std::string tail_;  // the beginning of a character cut by the end of a piece
};

// Text in pieces cut anywhere, into well-formed UTF-8. Bytes that are no UTF-8 in a UTF-8 text are read as cp1252; a
// half of a UTF-16 pair becomes U+FFFD. Both are counted.
class Decoder {
public:
    // `encoding` is not automatic. `big_endian` is for UTF-16.
    explicit Decoder(Encoding encoding, bool big_endian = false) : encoding_(encoding), big_endian_(big_endian) {}
    // Appends to `out`.
    void feed(std::string_view bytes, std::string& out);
    void finish(std::string& out);
    [[nodiscard]] std::uint64_t replaced() const { return replaced_; }

private:
    void decode(std::string_view bytes, bool last, std::string& out);
    std::size_t decode_utf8(std::string_view bytes, bool last, std::string& out);
    std::size_t decode_utf16(std::string_view bytes, bool last, std::string& out);

    Encoding encoding_;
    bool big_endian_;
    std::uint64_t replaced_ = 0;
    std::string tail_;
};

// What is to be appended for one byte of a one-byte encoding (cp1252, or Mac Roman).
void append_byte(std::string& out, char byte, Encoding encoding);

// One code point, as UTF-8.
void append_utf8(std::string& out, char32_t code);

}  // namespace clausier::sheets
