// Chunked bodies: the data whatever the pieces it comes in, and every looseness refused.
#include "chunks.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace clausier::http;

namespace {

struct Outcome {
    std::string data;
    std::size_t used = 0;
    bool done = false;
    unsigned status = 0;
};

Outcome read(std::string_view bytes, std::size_t piece = 1 << 20) {
    ChunkReader reader;
    Outcome out;
    while (out.used < bytes.size() && !reader.done() && !reader.verdict().refused()) {
        const auto step = reader.next(bytes.substr(out.used, piece));
        out.data += step.data;
        out.used += step.used;
    }
    out.done = reader.done();
    out.status = reader.verdict().status;
    return out;
}

}  // namespace

TEST_CASE("chunks give their data, and what follows is left alone") {
    const std::string bytes = "5\r\nhello\r\n00A\r\n0123456789\r\n0\r\n\r\nGET /next";
    for (const std::size_t piece : {1U, 2U, 3U, 7U, 100U}) {
        const auto got = read(bytes, piece);
        CHECK(got.data == "hello0123456789");
        CHECK(got.done);
        CHECK(bytes.substr(got.used) == "GET /next");
    }
}

TEST_CASE("data that looks like framing is data") {
    CHECK(read("7\r\n0\r\n\r\n\r\n\r\n0\r\n\r\n").data == "0\r\n\r\n\r\n");
}

TEST_CASE("anything but hexadecimal, CR and LF is refused") {
    for (const auto* bytes : {"5\nhello\r\n",
                              "5\r\nhello\n",
                              "5\r\nhelloX\r\n",
                              "5\r\nhello\rX",
                              "\r\n",
                              "x\r\n",
                              "0x5\r\n",
                              "-5\r\n",
                              "+5\r\n",
                              " 5\r\n",
                              "5 \r\n",
                              "5\t\r\n",
                              "5;a=b\r\n",
                              "5;\r\n",
                              "5\r5",
                              "\n",
                              "0\r\nX: y\r\n\r\n",
                              "0\r\n\n",
                              "0\r\nX",
                              "0\n\n",
                              "0\r\n\rX",
                              "11111111111111111\r\n",
                              "00000000000000005\r\n"}) {
        INFO(bytes);
        CHECK(read(bytes).status == 400);
        CHECK(read(bytes, 1).status == 400);
    }
}

TEST_CASE("sizes that add up beyond 64 bits are refused, not wrapped") {
    CHECK(read("FFFFFFFFFFFFFFFF\r\nx").status == 0);
    ChunkReader reader;
    CHECK(reader.next("1\r\nx\r\n").used == 4);
    CHECK(reader.next("\r\n").used == 2);
    reader.next("FFFFFFFFFFFFFFFF\r\n");
    CHECK(reader.verdict().status == 400);
}

TEST_CASE("a body that stops is neither done nor refused") {
    const auto got = read("5\r\nhel");
    CHECK(got.data == "hel");
    CHECK_FALSE(got.done);
    CHECK(got.status == 0);
}
