// BIFF records: their bounds, their texts and their numbers.
#include "biff.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "xls_files.hpp"

using namespace clausier::sheets;
using namespace clausier::tests;

namespace {

std::string number_text(double value) {
    std::string out;
    append_number(out, value);
    return out;
}

}  // namespace

TEST_CASE("Records follow one another and stop where the stream does") {
    const std::string stream = record(0x0A) + record(0x203, "abc") + le(0x203, 2) + le(500, 2) + "cut";
    BiffRecords records(stream);
    BiffRecord one;
    REQUIRE(records.next(one));
    CHECK(one.type == biff::end_of_part);
    REQUIRE(records.next(one));
    CHECK(one.data == "abc");
    CHECK(one.at == 8);
    CHECK_FALSE(records.next(one));
    CHECK_FALSE(BiffRecords(stream, 10'000).next(one));
}

TEST_CASE("A record is read with what continues it") {
    const std::string stream = record(0xFC, "a") + record(0x3C, "b") + record(0x3C, "c") + record(0x0A);
    BiffRecords records(stream);
    BiffRecord one;
    REQUIRE(records.next(one));
    CHECK(records.with_continuations(one) == std::vector<std::string_view>{"a", "b", "c"});
    REQUIRE(records.next(one));
    CHECK(one.type == biff::end_of_part);
}

TEST_CASE("Texts are narrow or wide, and may change at a continuation") {
    std::string out;
    const std::string latin = narrow("\xE9t\xE9");
    CHECK(BiffTexts({latin}, true, Encoding::cp1252).append_text(2, out));
    CHECK(out == "été");

    out.clear();
    const std::string first = le(4, 2) + le(0, 1) + "ab";                               // two narrow characters…
    const std::string second = le(1, 1) + le(0x20AC, 2) + le('d', 2) + narrow("next");  // …then two wide ones
    BiffTexts texts({first, second}, true, Encoding::cp1252);
    CHECK(texts.append_text(2, out));
    CHECK(texts.append_text(2, out));
    CHECK(out == "ab€dnext");
    CHECK_FALSE(texts.append_text(2, out));
}

TEST_CASE("Formatting runs and phonetics after a text are passed over, even across pieces") {
    std::string out;
    const std::string first = le(2, 2) + le(8 + 4, 1) + le(1, 2) + le(3, 4) + "ab" + "ru";
    const std::string second = std::string("ns") + "pho" + narrow("c");
    BiffTexts texts({first, second}, true, Encoding::cp1252);
    CHECK(texts.append_text(2, out));
    CHECK(texts.append_text(2, out));
    CHECK(out == "abc");
}

TEST_CASE("A pair of UTF-16 units cut by a continuation is one character") {
    std::string out;
    const std::string first = le(2, 2) + le(1, 1) + le(0xD834, 2);
    const std::string second = le(1, 1) + le(0xDD1E, 2);
    CHECK(BiffTexts({first, second}, true, Encoding::cp1252).append_text(2, out));
    CHECK(out == "𝄞");
}

TEST_CASE("Texts of BIFF5 are bytes of the workbook's encoding") {
    std::string out;
    const std::string text = le(3, 1) + "\x8E\x8F\x88";
    CHECK(BiffTexts({text}, false, Encoding::mac_roman).append_text(1, out));
    CHECK(out == "éèà");
    CHECK_FALSE(BiffTexts({le(9, 1) + "short"}, false, Encoding::cp1252).append_text(1, out));
}

TEST_CASE("Compressed numbers are whole or not, hundredths or not") {
    CHECK(number_text(rk_value((1231U << 2U) | 3U)) == "12.31");
    CHECK(number_text(rk_value((static_cast<std::uint32_t>(-5) << 2U) | 2U)) == "-5");
    CHECK(number_text(rk_value(0x3FF00000U)) == "1");
    CHECK(number_text(rk_value(0x3FF00001U)) == "0.01");
}

TEST_CASE("A number is written with the fewest digits that give it back, whole ones without exponent") {
    CHECK(number_text(100'000) == "100000");
    CHECK(number_text(-0.0) == "0");
    CHECK(number_text(1e15) == "1000000000000000");
    CHECK(number_text(0.1) == "0.1");
    CHECK(number_text(1.0 / 3) == "0.3333333333333333");
    CHECK(number_text(1e300) == "1e+300");
    CHECK(number_text(5e-324) == "5e-324");
}

TEST_CASE("Errors have the names that spreadsheets show") {
    CHECK(error_text(0x2A) == "#N/A");
    CHECK(error_text(0x07) == "#DIV/0!");
    CHECK(error_text(0x99) == "#ERR");
}
