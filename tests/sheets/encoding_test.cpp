// Encodings: every one into UTF-8, whatever the pieces, and told apart by what the bytes are.
#include "encoding.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "clausier/core/text.hpp"

using namespace clausier::sheets;
using namespace std::string_literals;

namespace {

std::string decoded(const std::string& bytes, Encoding encoding, bool big_endian = false, std::size_t piece = 1'000) {
    Decoder decoder(encoding, big_endian);
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        decoder.feed(std::string_view(bytes).substr(at, piece), out);
    decoder.finish(out);
    return out;
}

TextFacts facts_of(const std::string& bytes, std::size_t piece = 1'000) {
    TextSurvey survey;
    for (std::size_t at = 0; at < bytes.size(); at += piece) survey.feed(std::string_view(bytes).substr(at, piece));
    return survey.finish();
}

}  // namespace

TEST_CASE("Single-byte encodings give the letters that French files hold") {
    CHECK(decoded("\xE9\xE8\xE0\xEA\xE7\xC9 \x80 \x9C \x92 \x96 \xA0", Encoding::cp1252) == "éèàêçÉ € œ ’ – \u00A0");
    CHECK(decoded("\x8E\x8F\x88\x90\x8D\x83 \xDB \xCF \xD5 \xD0 \xCA", Encoding::mac_roman) == "éèàêçÉ € œ ’ – \u00A0");
}

TEST_CASE("Every byte of a single-byte encoding becomes one character of well-formed UTF-8") {
    for (const auto encoding : {Encoding::cp1252, Encoding::mac_roman}) {
        for (int byte = 0; byte < 256; ++byte) {
            const std::string text = decoded(std::string(1, static_cast<char>(byte)), encoding);
            CHECK(clausier::core::is_utf8(text));
            CHECK_FALSE(text.empty());
        }
    }
}

TEST_CASE("UTF-16 of both orders gives UTF-8, pairs included, however it is cut") {
    const auto little = "\xE9\0a\0\xAC\x20\x34\xD8\x1E\xDD"s;
    const auto big = "\0\xE9\0a\x20\xAC\xD8\x34\xDD\x1E"s;
    for (std::size_t piece = 1; piece <= little.size(); ++piece) {
        CHECK(decoded(little, Encoding::utf16, false, piece) == "éa€𝄞");
        CHECK(decoded(big, Encoding::utf16, true, piece) == "éa€𝄞");
    }
}

TEST_CASE("Halves of UTF-16 pairs and a last odd byte are replaced and counted") {
    Decoder decoder(Encoding::utf16);
    std::string out;
    decoder.feed("\x34\xD8"s + "a\0"s + "\x1E\xDD"s + "b"s, out);
    decoder.finish(out);
    CHECK(out == "\uFFFDa\uFFFD\uFFFD");
    CHECK(decoder.replaced() == 3);
}

TEST_CASE("Stray bytes in a UTF-8 text are read as cp1252 and counted, the rest is kept") {
    const auto bytes = "déjà \xE9t\xE9 ici, \xE2\x82\xAC et \xE2\x82"s;
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece)
        CHECK(decoded(bytes, Encoding::utf8, false, piece) == "déjà été ici, € et â‚");
    Decoder decoder(Encoding::utf8);
    std::string out;
    decoder.feed(bytes, out);
    decoder.finish(out);
    CHECK(decoder.replaced() == 4);
}

TEST_CASE("What no UTF-8 may be is stray: overlong forms, surrogates, beyond the last code point") {
    for (const auto* bytes :
         {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80", "\xFF"}) {
        const std::string text = decoded(bytes, Encoding::utf8);
        CHECK(clausier::core::is_utf8(text));
        CHECK(facts_of(bytes).sequences == 0);
        CHECK(facts_of(bytes).stray == std::string(bytes).size());
    }
    CHECK(facts_of("\xF4\x8F\xBF\xBF\xED\x9F\xBF\xEF\xBF\xBF").sequences == 3);
}

TEST_CASE("A survey tells the encoding from the whole text, however it is cut") {
    const auto utf8 = "Marché à procédure adaptée"s;
    const auto cp1252 =
        "March\xE9 \xE0 proc\xE9"
        "dure adapt\xE9"
        "e"s;
    for (std::size_t piece = 1; piece < 9; ++piece) {
        CHECK(facts_of(utf8, piece).encoding() == Encoding::utf8);
        CHECK(facts_of(utf8, piece).sequences == 4);
        CHECK(facts_of(cp1252, piece).encoding() == Encoding::cp1252);
        CHECK(facts_of(cp1252, piece).stray == 4);
    }
    CHECK(facts_of("plain").encoding() == Encoding::utf8);
    CHECK(facts_of(utf8 + "\xE9").encoding() == Encoding::utf8);
    CHECK(facts_of("cut \xC3").stray == 1);
}

TEST_CASE("A survey sees zero bytes, lost characters and the letters of a Macintosh") {
    CHECK(facts_of("long enough to be skipped eight bytes at a time\0"s).nul);
    CHECK_FALSE(facts_of("\x01\x7F"s).nul);
    CHECK(facts_of("perdu \uFFFD et \uFFFD").lost == 2);
    CHECK(facts_of("March\x8E \x88 proc\x8E"
                   "dure")
              .looks_mac_roman());
    CHECK_FALSE(facts_of("March\xE9 \xE0 \x8C"
                         "uvre")
                    .looks_mac_roman());
}
