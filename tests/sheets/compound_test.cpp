// Compound files: streams found and read whole, and damaged ones refused without going round in circles.
#include "compound.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "sheet_files.hpp"
#include "xls_files.hpp"

using namespace clausier::sheets;
using namespace clausier::tests;

namespace {

std::string read_stream(const std::string& file, std::string_view stream, std::uint64_t at_most = 1'000'000) {
    const Source source = source_of(file);
    ByteInput input(source);
    return Compound(input, "essai.xls").read(stream, at_most);
}

// Small and large streams use different sectors.
const std::string small = "a small stream";
const std::string large = std::string(70'000, 'x') + "end";

}  // namespace

TEST_CASE("Streams of both sizes are read whole, by their name in any case") {
    const auto file = compound_file({{"Small", small}, {"Large", large}, {"Other", std::string(4096, 'o')}});
    CHECK(read_stream(file, "small") == small);
    CHECK(read_stream(file, "LARGE") == large);
    CHECK(read_stream(file, "Other") == std::string(4096, 'o'));
    const Source source = source_of(file);
    ByteInput input(source);
    const Compound compound(input, "essai.xls");
    CHECK(compound.has("Small"));
    CHECK_FALSE(compound.has("Workbook"));
}

TEST_CASE("A stream larger than the caller allows is refused") {
    const auto file = compound_file({{"Large", large}});
    CHECK(says(refusal_of([&] { read_stream(file, "Large", 65'536); }), "essai.xls : le contenu dépasse 0 Mio"));
}

TEST_CASE("A file cut anywhere is refused, never read beyond its end") {
    const auto file = compound_file({{"Small", small}, {"Large", large}});
    for (std::size_t size = 0; size < file.size() - 1'024; size += 509) {
        const auto said = refusal_of([&] { read_stream(file.substr(0, size), "Large"); });
        CHECK(says(said, "tronqué ou abîmé"));
    }
}

TEST_CASE("Chains that turn in circles end in a refusal") {
    auto file = compound_file({{"Large", large}});
    // The table is the last sectors; its first entry is the stream's: sector 0 leads to itself.
    const auto table = file.size() - 2 * 512;
    file.replace(table, 4, le(0, 4));
    CHECK(says(refusal_of([&] { read_stream(file, "Large"); }), "tronqué ou abîmé"));

    auto names = compound_file({{"Large", large}});
    names.replace(0x44, 4, le(0, 4));  // the chain of names of tables leads into the stream
    CHECK(says(refusal_of([&] { read_stream(names, "Large"); }), "tronqué ou abîmé"));
}

TEST_CASE("A small stream that claims more than there is is refused") {
    auto file = compound_file({{"Small", small}});
    const auto name = file.find(std::string("S\0m\0a\0l\0l\0", 10));
    REQUIRE(name != std::string::npos);
    file.replace(name + 120, 4, le(4'000, 4));
    CHECK(says(refusal_of([&] { read_stream(file, "Small"); }), "tronqué ou abîmé"));
}
