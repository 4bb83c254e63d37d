// Bodies by length and by chunks, within their limit.
#include "body_cut.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::http;

namespace {

BodyCut by_length(std::uint64_t length, std::uint64_t limit) {
    Head head;
    head.length = length;
    return {head, {}, limit};
}

}  // namespace

TEST_CASE("a length is counted down, what follows is left alone") {
    auto cut = by_length(5, 10);
    CHECK(cut.next("hel").data == "hel");
    CHECK_FALSE(cut.done());
    const auto last = cut.next("loGET");
    CHECK(last.data == "lo");
    CHECK(last.used == 2);
    CHECK(cut.done());
    CHECK(BodyCut({}, {}, 0).done());
}

TEST_CASE("a length over the limit is refused before the first byte, one at the limit is not") {
    CHECK(by_length(11, 10).verdict().status == 413);
    CHECK(by_length(10, 10).verdict().status == 0);
}

TEST_CASE("chunks over the limit are refused as soon as they are told") {
    BodyCut cut({}, {.chunked = true}, 8);
    CHECK(cut.next("5\r\nhello").used == 8);
    CHECK(cut.verdict().status == 0);
    cut.next("\r\n");
    cut.next("4\r\n");
    CHECK(cut.verdict().status == 413);
}
