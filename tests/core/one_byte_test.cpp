// Bytes of old encodings, against what Python's codecs say of them.
#include "clausier/core/one_byte.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

TEST_CASE("the euro, the ligatures and the quotes stand where each encoding puts them") {
    CHECK(core::cp1252(0x80) == U'€');
    CHECK(core::cp1252(0x92) == U'’');
    CHECK(core::cp1252(0x9C) == U'œ');
    CHECK(core::cp1252(0x9F) == U'Ÿ');
    CHECK(core::cp1252(0x81) == 0x81);
    CHECK(core::iso_8859_15(0xA4) == U'€');
    CHECK(core::iso_8859_15(0xBD) == U'œ');
    CHECK(core::iso_8859_15(0x80) == 0x80);
}

TEST_CASE("what they share with Unicode keeps its value") {
    for (const char character : {'\x00', '\x41', '\x7F', '\xA0', '\xC9', '\xE9', '\xFF'}) {
        const auto byte = static_cast<unsigned char>(character);
        CHECK(core::cp1252(byte) == byte);
        CHECK(core::iso_8859_15(byte) == byte);
    }
    CHECK(core::cp1252(0xA4) == 0xA4);
}
