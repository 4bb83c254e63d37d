// Reading ahead: the same bytes as reading in place, refusals in their place, and no thread left behind.
#include "read_ahead.hpp"

#include <catch2/catch_test_macros.hpp>

#include "sheet_files.hpp"

using namespace clausier;
using sheets::Archive;
using sheets::Part;
using sheets::ReadAhead;

namespace {

std::string noise(std::size_t size) {
    std::string out;
    for (std::uint32_t state = 1; out.size() < size; state = state * 1'664'525 + 1'013'904'223)
        out += static_cast<char>(state >> 24U);
    return out;
}

}  // namespace

TEST_CASE("what is read ahead is what the entry holds, and its end is told as often as it is asked") {
    const std::string content = noise(1'000'003);
    const auto bytes = tests::make_zip({{"a", content}});
    Archive archive(tests::source_of(bytes));
    Part part = archive.open("a");
    ReadAhead ahead(part);
    std::string seen;
    for (auto piece = ahead.next(); !piece.empty(); piece = ahead.next()) seen += piece;
    CHECK(seen == content);
    CHECK(ahead.next().empty());
}

TEST_CASE("damage is thrown after the pieces that came before it") {
    auto bytes = tests::make_zip({{"a", noise(300'000), false}});
    bytes[200'000] = static_cast<char>(bytes[200'000] ^ 1);
    Archive archive(tests::source_of(bytes));
    Part part = archive.open("a");
    ReadAhead ahead(part);
    std::size_t seen = 0;
    const auto said = tests::refusal_of([&] {
        for (auto piece = ahead.next(); !piece.empty(); piece = ahead.next()) seen += piece.size();
    });
    CHECK(tests::says(said, "tronqué ou abîmé"));
    CHECK(seen == 300'000);
}

TEST_CASE("a reader may leave at any time") {
    const auto bytes = tests::make_zip({{"a", noise(2'000'000)}});
    Archive archive(tests::source_of(bytes));
    for (int pieces = 0; pieces < 8; ++pieces) {
        Part part = archive.open("a");
        ReadAhead ahead(part);
        for (int i = 0; i < pieces; ++i) CHECK_FALSE(ahead.next().empty());
    }
}
