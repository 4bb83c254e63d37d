// The bytes of a source: from a file and from memory alike, counted as they are given.
#include "byte_input.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <filesystem>
#include <fstream>

#include "sheet_files.hpp"

using namespace clausier;
using sheets::ByteInput;
using sheets::Source;

TEST_CASE("a file and the same bytes in memory are read alike") {
    const auto path = std::filesystem::temp_directory_path() / "clausier_byte_input_test.bin";
    std::ofstream(path, std::ios::binary) << "abcdefgh";
    const bool from_file = GENERATE_COPY(true, false);
    Source source;
    source.path = path;
    if (!from_file) source.bytes = "abcdefgh";
    ByteInput input(source);
    CHECK(input.size() == 8);
    char buffer[8] = {};
    CHECK(input.read(6, buffer, sizeof buffer) == 2);
    CHECK(std::string(buffer, 2) == "gh");
    CHECK(input.read(8, buffer, sizeof buffer) == 0);
    CHECK(input.read(0, buffer, 3) == 3);
    CHECK(input.given() == 5);
    std::filesystem::remove(path);
}

TEST_CASE("a source without a name is called as its file") {
    Source source;
    source.path = "/data/lots 2026.xlsx";
    CHECK(sheets::source_name(source) == "lots 2026.xlsx");
    source.name = "lots.xlsx";
    CHECK(sheets::source_name(source) == "lots.xlsx");
}

TEST_CASE("a missing file and a folder are not found") {
    Source source;
    source.path = std::filesystem::temp_directory_path() / "clausier_absent.xlsx";
    try {
        ByteInput input(source);
        FAIL("accepted");
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::not_found);
        CHECK(tests::says(error.what(), "clausier_absent.xlsx : le fichier est introuvable"));
    }
    source.path = std::filesystem::temp_directory_path();
    CHECK(tests::says(tests::refusal_of([&] { ByteInput input(source); }), "pas un fichier ordinaire"));
}
