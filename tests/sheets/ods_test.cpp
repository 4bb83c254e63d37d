// The OpenDocument spreadsheet: its sheets, hidden ones told, and real files read to the last cell.
#include "ods.hpp"

#include <catch2/catch_test_macros.hpp>

#include "package.hpp"
#include "sheet_files.hpp"

using namespace clausier;
using tests::refusal_of;
using tests::says;
using Lines = std::vector<std::string>;

namespace {

const std::string two_sheets =
    "<table:tracked-changes><table:cell-content-change><table:previous><table:table/></table:previous></"
    "table:cell-content-change>"
    "</table:tracked-changes><table:table table:name='Lots' "
    "table:style-name='ta1'><table:table-row><table:table-cell><text:p>un</text:p>"
    "</table:table-cell></table:table-row></table:table><table:table table:name='Cachée' "
    "table:style-name='ta2'><table:table-row>"
    "<table:table-cell><text:p>deux</text:p></table:table-cell></table:table-row></table:table>";
const std::string styles =
    "<style:style style:name='ta1' style:family='table'><style:table-properties table:display='true'/></style:style>"
    "<style:style style:name='ta2' style:family='table'><style:table-properties table:display='false'/></style:style>"
    "<style:style style:name='co1' style:family='table-column'><style:table-properties "
    "table:display='false'/></style:style>";

Lines rows_of(std::string_view bytes, std::size_t sheet_index) {
    sheets::Archive archive(tests::source_of(bytes));
    tests::Shown sink;
    sheets::Report report{};
    sheets::read_ods(archive, sheet_index, sink, report, {}, {});
    return sink.rows;
}

}  // namespace

TEST_CASE("sheets are listed in their order, those whose style hides them told") {
    const auto bytes = tests::ods(two_sheets.substr(two_sheets.find("<table:table table:name")), styles);
    sheets::Archive archive(tests::source_of(bytes));
    const auto listed = sheets::ods_sheets(archive);
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].name == "Lots");
    CHECK_FALSE(listed[0].hidden);
    CHECK(listed[1].name == "Cachée");
    CHECK(listed[1].hidden);
}

TEST_CASE("each sheet is read by its position") {
    const auto bytes = tests::ods(two_sheets.substr(two_sheets.find("<table:table table:name")), styles);
    CHECK(rows_of(bytes, 0) == Lines{"1: t un"});
    CHECK(rows_of(bytes, 1) == Lines{"1: t deux"});
}

TEST_CASE("tables of tracked changes are no sheets") {
    const auto bytes = tests::ods(two_sheets, styles);
    sheets::Archive archive(tests::source_of(bytes));
    CHECK(sheets::ods_sheets(archive).size() == 2);
    CHECK(rows_of(bytes, 1) == Lines{"1: t deux"});
}

TEST_CASE("a document without a sheet, without content or with broken content is refused") {
    const auto empty = tests::ods("");
    sheets::Archive none(tests::source_of(empty));
    CHECK(says(refusal_of([&] { sheets::ods_sheets(none); }), "aucune feuille de cellules"));
    const auto no_content = tests::make_zip({{"mimetype", std::string(tests::ods_mimetype), false}});
    sheets::Archive missing(tests::source_of(no_content));
    CHECK(says(refusal_of([&] { sheets::ods_sheets(missing); }), "la partie content.xml manque"));
    const auto cut = tests::make_zip({{"content.xml", "<office:document-content><office:body>"}});
    sheets::Archive broken(tests::source_of(cut));
    CHECK(says(refusal_of([&] { sheets::ods_sheets(broken); }), "mal formé"));
    const auto laughs = tests::make_zip({{"content.xml", "<!DOCTYPE a [<!ENTITY l 'ha'>]><a>&l;</a>"}});
    sheets::Archive dtd(tests::source_of(laughs));
    CHECK(says(refusal_of([&] { sheets::ods_sheets(dtd); }), "DOCTYPE"));
}

TEST_CASE("real OpenDocument files give as many non-empty cells as their XML holds", "[real]") {
    const auto folder = tests::real_files() / "tableurs";
    struct Expected {
        const char* name;
        std::vector<std::uint64_t> cells;  // of each sheet, measured with tests/real/count_cells.py
    };
    const std::vector<Expected> table{
        {"csv-detective_file.ods", {21}},
        {"csv-detective_file.xls", {38}},
        {"decp-table-schema_exemple-valide.ods", {159}},
    };
    for (const auto& [name, cells] : table) {
        INFO(name);
        sheets::Source source;
        source.path = folder / name;
        sheets::Archive archive(source);
        CHECK(sheets::archive_format(archive) == sheets::Format::ods);
        REQUIRE(sheets::ods_sheets(archive).size() == cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            tests::Counted sink;
            sheets::Report report{};
            sheets::read_ods(archive, i, sink, report, {}, {});
            CHECK(report.cells == cells[i]);
        }
    }
}
