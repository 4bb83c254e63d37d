// Essential data read as a sheet: known by their content, told in the report, broken off or kept.
#include "essential_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/interrupted.hpp"
#include "clausier/decp/columns.hpp"
#include "sheet_files.hpp"

using namespace clausier;
using sheets::Format;

namespace {

struct Counted : core::RowSink {
    bool row(const core::Row& row) override {
        if (row.number == 1) columns = row.cells.size();
        last = row.number;
        return true;
    }
    std::size_t columns = 0;
    std::uint64_t last = 0;
};

sheets::Source source_of(std::string_view bytes) {
    sheets::Source out;
    out.name = "decp";
    out.bytes = bytes;
    return out;
}

}  // namespace

TEST_CASE("JSON and XML are known by their content, and read with the columns of decp") {
    for (const auto& [text, format] :
         {std::pair<std::string_view, Format>{R"({"marches":[{"id":"A"},{"id":"B"}]})", Format::decp_json},
          {"<marches><marche><id>A</id></marche><marche><id>B</id></marche></marches>", Format::decp_xml}}) {
        const auto source = source_of(text);
        CHECK(sheets::open(source).format == format);
        CHECK(sheets::open(source).sheets.at(0).name == "decp");
        Counted rows;
        std::uint64_t told = 0;
        const auto report = sheets::read(source, rows, {}, [&](std::uint64_t done, std::uint64_t) {
            told = done;
            return true;
        });
        CHECK(report.format == format);
        CHECK(report.rows == 3);
        CHECK(report.cells == decp::columns().size() + 4);
        CHECK(rows.columns == decp::columns().size());
        CHECK(told == text.size());
    }
    CHECK(sheets::format_name(Format::decp_json) == "decp-json");
    CHECK(sheets::format_name(Format::decp_xml) == "decp-xml");
}

TEST_CASE("what holds no contract is refused, what breaks off is interrupted or kept, what is cancelled stops") {
    Counted rows;
    CHECK_THROWS_AS(sheets::read(source_of(R"({"a":1})"), rows), core::Error);
    auto broken = source_of(R"([{"id":"A"},{"id":"B")");
    CHECK_THROWS_AS(sheets::read(broken, rows), core::Interrupted);
    broken.keep_before_fault = true;
    const auto report = sheets::read(broken, rows);
    CHECK(report.rows == 2);
    REQUIRE(report.issues.size() == 1);
    CHECK(report.issues[0].code == "fichier_interrompu");
    CHECK_THROWS_AS(
        sheets::read(source_of(R"([{"id":"A"}])"), rows, {}, [](std::uint64_t, std::uint64_t) { return false; }),
        core::Error);
}

TEST_CASE("the limit of rows of a sheet is none of essential data, the limit of a row is that of a record") {
    auto source = source_of(R"([{"id":"A"},{"id":"B"},{"id":"C"}])");
    source.limits.rows = 1;
    Counted rows;
    CHECK(sheets::read(source, rows).rows == 4);
    source.limits.row_bytes = 10;
    CHECK_THROWS_AS(sheets::read(source, rows), core::Error);
}

TEST_CASE("the real files of 2019 give their contracts and their holders", "[real]") {
    std::uint64_t rows = 0;
    for (const auto& [name, expected] : {std::pair<std::string_view, std::uint64_t>{"data.gouv.fr_aife.json", 5'094},
                                         {"data.gouv.fr_pes.json", 1'278},
                                         {"marches-publics.info.json", 5'079},
                                         {"e-marchespublics.json", 569}}) {
        sheets::Source source;
        source.path = tests::real_files() / "decp-2019" / name;
        Counted counted;
        const auto report = sheets::read(source, counted);
        INFO(name);
        CHECK(report.rows == expected + 1);
        rows += report.rows - 1;
    }
    CHECK(rows == 12'020);
}
