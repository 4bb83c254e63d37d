// The workbook: sheets by their relationships, hidden ones told, and real files read to the last cell.
#include "workbook.hpp"

#include <catch2/catch_test_macros.hpp>
#include <map>

#include "sheet_files.hpp"

using namespace clausier;
using tests::refusal_of;
using tests::relationship;
using tests::says;
using Lines = std::vector<std::string>;

namespace {

// Three sheets whose parts bear no usual name, a chart, and a missing relationship.
std::vector<tests::ZipEntry> several_sheets() {
    const auto sheet = [](const std::string& value) {
        return "<worksheet><sheetData><row><c><v>" + value + "</v></c></row></sheetData></worksheet>";
    };
    return {{"_rels/.rels",
             "<Relationships><Relationship Id='a' Target='/dir/book.xml' "
             "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'/></Relationships>"},
            {"dir/book.xml",
             "<workbook xmlns:rel='u'><sheets><sheet name='Récapitulatif' rel:id='x3'/><sheet name='Graphique' "
             "rel:id='x4'/>"
             "<sheet name='Calculs &amp; co' state='veryHidden' rel:id='x1'/><sheet name='Lots' state='hidden' "
             "rel:id='x2'/>"
             "<sheet name='Perdue' rel:id='x9'/></sheets></workbook>"},
            {"dir/_rels/book.xml.rels", "<Relationships>" + relationship("x1", "worksheet", "../one.xml") +
                                            relationship("x2", "worksheet", "two.xml") +
                                            relationship("x3", "worksheet", "/dir/deep/three.xml") +
                                            relationship("x4", "chartsheet", "chart.xml") + "</Relationships>"},
            {"one.xml", sheet("1")},
            {"dir/two.xml", sheet("2")},
            {"dir/deep/three.xml", sheet("3")},
            {"[Content_Types].xml", "<Types/>"}};
}

Lines rows_of(std::string_view bytes, std::size_t sheet_index) {
    sheets::Archive archive(tests::source_of(bytes));
    tests::Shown sink;
    sheets::Report report{};
    sheets::read_xlsx(archive, sheet_index, sink, report, {}, {});
    return sink.rows;
}

sheets::Source file_source(const std::filesystem::path& path) {
    sheets::Source source;
    source.path = path;
    return source;
}

}  // namespace

TEST_CASE("sheets are listed in their order, hidden ones told, charts and lost ones left out") {
    const auto bytes = tests::make_zip(several_sheets());
    sheets::Archive archive(tests::source_of(bytes));
    Lines seen;
    for (const auto& sheet : sheets::xlsx_sheets(archive))
        seen.push_back(sheet.name + (sheet.hidden ? " (masquée)" : ""));
    CHECK(seen == Lines{"Récapitulatif", "Calculs & co (masquée)", "Lots (masquée)"});
}

TEST_CASE("each sheet is read from the part its relationship leads to") {
    const auto bytes = tests::make_zip(several_sheets());
    CHECK(rows_of(bytes, 0) == Lines{"1: n 3"});
    CHECK(rows_of(bytes, 1) == Lines{"1: n 1"});
    CHECK(rows_of(bytes, 2) == Lines{"1: n 2"});
}

TEST_CASE("a workbook without any sheet of cells is refused") {
    auto entries = several_sheets();
    entries[1].content = "<workbook><sheets><sheet name='Graphique' r='x4'/></sheets></workbook>";
    const auto bytes = tests::make_zip(entries);
    CHECK(says(refusal_of([&] { rows_of(bytes, 0); }), "aucune feuille de cellules"));
}

TEST_CASE("a sheet whose part is missing is refused by the part's name") {
    auto entries = several_sheets();
    entries.erase(entries.begin() + 3);
    const auto bytes = tests::make_zip(entries);
    CHECK(says(refusal_of([&] { rows_of(bytes, 1); }), "la partie one.xml manque"));
}

TEST_CASE("reading tells its progress and can be cancelled") {
    std::string rows;
    for (int i = 0; i < 20'000; ++i) rows += "<row><c><v>" + std::to_string(i * 7919 % 100'003) + "</v></c></row>";
    const auto bytes = tests::xlsx({.rows = rows});
    sheets::Archive archive(tests::source_of(bytes));
    tests::Counted sink;
    sheets::Report report{};
    std::uint64_t last = 0;
    sheets::read_xlsx(archive, 0, sink, report, {}, [&](std::uint64_t done, std::uint64_t total) {
        CHECK(done >= last);
        CHECK(total == bytes.size());
        last = done;
        return true;
    });
    CHECK(sink.rows == 20'000);
    CHECK(last > bytes.size() / 2);
    sheets::Archive again(tests::source_of(bytes));
    CHECK(refusal_of([&] { sheets::read_xlsx(again, 0, sink, report, {}, [](auto, auto) { return false; }); }) ==
          "essai.xlsx : annulé");
}

TEST_CASE("the smallest real files, one type of cell each, are read whole", "[real]") {
    const auto folder = tests::real_files() / "xlsx-mini";
    const std::map<std::string, std::string> expected{{"a_inline.xlsx", "1: t DUPONT"},
                                                      {"b_shared.xlsx", "1: t DUPONT"},
                                                      {"c_noref.xlsx", "1: n 7"},
                                                      {"d_date_iso.xlsx", "1: d 2026-01-31"},
                                                      {"e_mixed.xlsx", "1: n 7 | t DUPONT"},
                                                      {"f_bool_err_str.xlsx", "1: b true | t abc | e #REF!"}};
    for (const auto& [name, row] : expected) {
        INFO(name);
        sheets::Archive archive(file_source(folder / name));
        tests::Shown sink;
        sheets::Report report{};
        sheets::read_xlsx(archive, 0, sink, report, {}, {});
        CHECK(sink.rows == Lines{row});
    }
}

TEST_CASE("real workbooks give as many non-empty cells as openpyxl", "[real]") {
    const auto folder = tests::real_files() / "tableurs";
    struct Expected {
        const char* name;
        std::vector<std::uint64_t> cells;  // of each sheet, measured with openpyxl 3.0.9, data_only
    };
    const std::vector<Expected> table{
        {"dgcl_epcicom2023.xlsx", {489'188}},
        {"decp-table-schema_exemple-valide.xlsx", {156}},
    };
    for (const auto& [name, cells] : table) {
        INFO(name);
        sheets::Archive archive(file_source(folder / name));
        REQUIRE(sheets::xlsx_sheets(archive).size() == cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            tests::Counted sink;
            sheets::Report report{};
            sheets::read_xlsx(archive, i, sink, report, {}, {});
            CHECK(report.cells == cells[i]);
        }
    }
}
