// The shapes of an answer.
#include "clausier/cli/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace clausier;
using cli::Format;

namespace {

present::Answer example() {
    present::Answer a;
    a.title = "Lots";
    a.rows = "lots";
    a.document = boost::json::parse(
        R"({"lots":[{"lot":"1","heures":"12.50","formule":"=1+1"},{"lot":"2","heures":null,"etapes":["a","b"]}],"total":2})");
    a.table.columns = {"Lot", "Heures"};
    a.table.rows = {{"1", "12,5 h"}, {"2", ""}};
    a.numeric = {false, true};
    return a;
}

std::string content(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("JSON is the whole document, NDJSON and CSV its list") {
    CHECK(cli::render(example(), Format::json, false).find("\"total\":2") != std::string::npos);
    CHECK(cli::render(example(), Format::ndjson, false) ==
          "{\"lot\":\"1\",\"heures\":\"12.50\",\"formule\":\"=1+1\"}\n{\"lot\":\"2\",\"heures\":null,\"etapes\":[\"a\","
          "\"b\"]}\n");
    CHECK(cli::render(example(), Format::csv, false) == "lot,heures,formule,etapes\r\n1,12.50,=1+1,\r\n2,,,a | b\r\n");
}

TEST_CASE("CSV for Excel has decimal commas and no living formula") {
    CHECK(cli::render(example(), Format::csv_fr, false) ==
          "\xEF\xBB\xBFlot;heures;formule;etapes\r\n1;12,50;'=1+1;\r\n2;;;a | b\r\n");
}

TEST_CASE("a table is aligned by what is seen, and cut to the terminal") {
    CHECK(cli::render_table({{"Été", "€"}, {{"a", "1"}, {"bcde", "10"}}}, {false, true}, false, 80) ==
          "Été    €\n────  ──\na      1\nbcde  10\n");
    const std::string cut = cli::render_table({{"Texte"}, {{std::string(50, 'x')}}}, {}, false, 22);
    CHECK(cut.find("xxx…\n") != std::string::npos);
}

TEST_CASE("a file is complete or not there at all") {
    const std::string name = (std::filesystem::temp_directory_path() / "clausier-output-test.txt").string();
    std::filesystem::remove(name);
    {
        cli::OutputFile out(name);
        out.write("moitié");
    }
    CHECK_FALSE(std::filesystem::exists(name));
    CHECK_FALSE(std::filesystem::exists(name + ".partiel"));
    cli::write_output("tout", name);
    CHECK(content(name) == "tout");
    std::filesystem::remove(name);
    CHECK_THROWS_AS(cli::write_output("x", "/nowhere/at/all.txt"), core::Error);
}

TEST_CASE("a device or a pipe is written to, never replaced") {
    const std::string name = (std::filesystem::temp_directory_path() / "clausier-output-test.pipe").string();
    std::filesystem::remove(name);
    REQUIRE(::mkfifo(name.c_str(), 0600) == 0);
    const int reader = ::open(name.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    REQUIRE(reader >= 0);
    cli::write_output("tout", name);
    std::array<char, 16> read{};
    CHECK(::read(reader, read.data(), read.size()) == 4);
    CHECK(std::string(read.data()) == "tout");
    ::close(reader);
    CHECK(std::filesystem::is_fifo(name));
    CHECK_FALSE(std::filesystem::exists(name + ".partiel"));
    std::filesystem::remove(name);
}

TEST_CASE("each kind of error has its exit code") {
    CHECK(cli::exit_code(core::ErrorKind::invalid) == 3);
    CHECK(cli::exit_code(core::ErrorKind::not_found) == 4);
    CHECK(cli::exit_code(core::ErrorKind::conflict) == 5);
    CHECK(cli::exit_code(core::ErrorKind::forbidden) == 6);
    CHECK(cli::exit_code(core::ErrorKind::unavailable) == 5);
}
