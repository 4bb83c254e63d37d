// The rows of an OpenDocument sheet: value types, repetitions, covered cells, and what repetitions may cost.
#include "ods_rows.hpp"

#include <catch2/catch_test_macros.hpp>

#include "ods.hpp"
#include "sheet_files.hpp"

using namespace clausier;
using tests::refusal_of;
using tests::says;
using Lines = std::vector<std::string>;

namespace {

struct Reading {
    Lines rows;
    sheets::Report report{};
};

Reading read(const std::string& rows, const sheets::Limits& limits = {}, std::size_t at_most = 1'000'000) {
    const auto bytes = tests::ods_table(rows);
    sheets::Archive archive(tests::source_of(bytes, limits));
    tests::Shown sink(at_most);
    Reading out;
    sheets::read_ods(archive, 0, sink, out.report, limits, {});
    out.rows = sink.rows;
    return out;
}

std::string cell(const std::string& attributes, const std::string& text = "") {
    return "<table:table-cell " + attributes + ">" + (text.empty() ? "" : "<text:p>" + text + "</text:p>") +
           "</table:table-cell>";
}

std::string row(const std::string& cells, const std::string& attributes = "") {
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

std::string refusal(const std::string& rows, const sheets::Limits& limits = {}) {
    return refusal_of([&] { read(rows, limits); });
}

}  // namespace

TEST_CASE("values are those stored, not those shown") {
    CHECK(
        read(row(cell("office:value-type='float' office:value='1234.5'", "1 234,50") +
                 cell("office:value-type='percentage' office:value='0.05'", "5 %") +
                 cell("office:value-type='currency' office:currency='EUR' office:value='100'", "100,00 €") +
                 cell("office:value-type='date' office:date-value='2026-03-01'", "01/03/26") +
                 cell("office:value-type='date' office:date-value='2026-03-01T08:30:00'", "x") +
                 cell("office:value-type='time' office:time-value='PT12H30M00S'", "12:30") +
                 cell("office:value-type='boolean' office:boolean-value='true'", "VRAI") +
                 cell("office:value-type='string'", "Peinture")))
            .rows ==
        Lines{
            "1: n 1234.5 | n 0.05 | n 100 | d 2026-03-01 | d 2026-03-01T08:30:00 | d 12:30:00 | b true | t Peinture"});
}

TEST_CASE("a string value stored wins over the text shown, and a text without a type is a text") {
    CHECK(read(row(cell("office:value-type='string' office:string-value='00123'", "123") + cell("", "sans type") +
                   cell("office:value-type='float'", "12,5")))
              .rows == Lines{"1: t 00123 | t sans type | t 12,5"});
}

TEST_CASE("errors are known by what LibreOffice says of them") {
    CHECK(read(row(cell("office:value-type='string' office:string-value='' calcext:value-type='error'", "#N/A") +
                   cell("calcext:value-type='error' office:value-type='float' office:value='0'", "#DIV/0!") +
                   cell("office:value-type='float' office:value='3' calcext:value-type='float'", "3")))
              .rows == Lines{"1: e #N/A | e #DIV/0! | n 3"});
}

TEST_CASE("repeated cells are given as many times, blank ones only move on") {
    const auto out =
        read(row(cell("table:number-columns-repeated='2'", "x") + cell("table:number-columns-repeated='3'") +
                 cell("office:value-type='float' office:value='1'") + cell("table:number-columns-repeated='16378'")));
    CHECK(out.rows == Lines{"1: t x | t x | - | - | - | n 1"});
    CHECK(out.report.cells == 3);
}

TEST_CASE("repeated rows are given with their numbers; a million blank ones cost nothing") {
    const auto out = read(row(cell("", "a"), "table:number-rows-repeated='2'") +
                          row(cell(""), "table:number-rows-repeated='5'") + row(cell("", "b")) +
                          row(cell("table:number-columns-repeated='16384'"), "table:number-rows-repeated='1048568'"));
    CHECK(out.rows == Lines{"1: t a", "2: t a", "8: t b"});
    CHECK(out.report.rows == 3);
}

TEST_CASE("header rows, groups and pretty-printed files are read through") {
    CHECK(read("\n<table:table-column/>\n<table:table-header-rows>\n" + row("\n" + cell("", "titre") + "\n") +
               "</table:table-header-rows><table:table-row-group><table:table-row-group><table:table-rows>" +
               row(cell("", "a")) + "</table:table-rows></table:table-row-group></table:table-row-group>")
              .rows == Lines{"1: t titre", "2: t a"});
}

TEST_CASE("covered cells keep their place, and what they hold") {
    CHECK(read(row(cell("table:number-columns-spanned='3'", "fusion") +
                   "<table:covered-table-cell table:number-columns-repeated='2'/>" + cell("", "après")) +
               row("<table:covered-table-cell><text:p>dessous</text:p></table:covered-table-cell>"))
              .rows == Lines{"1: t fusion | - | - | t après", "2: t dessous"});
}

TEST_CASE("shapes, forms and tables inside cells are no rows") {
    CHECK(read("<table:shapes><table:table>" + row(cell("", "forme")) + "</table:table></table:shapes>" +
               row("<table:table-cell><table:table>" + row(cell("", "dedans")) +
                   "</table:table><text:p>a</text:p></table:table-cell>"))
              .rows == Lines{"1: t a"});
}

TEST_CASE("an ods formula never computed reads as empty, and is told") {
    const auto out = read(row(cell("table:formula='of:=[.B1]'") +
                              cell("table:formula='of:=1' office:value-type='float' office:value='1'")));
    CHECK(out.rows == Lines{"1: - | n 1"});
    REQUIRE(out.report.issues.size() == 1);
    CHECK(says(out.report.issues[0].sentence(), "feuille « Lots », cellule A1 : 1 formule(s)"));
}

TEST_CASE("a sink that stops ends the reading of an ods, in the middle of a repetition too") {
    CHECK(read(row(cell("", "a"), "table:number-rows-repeated='1000'"), {}, 3).rows.size() == 3);
}

TEST_CASE("cells and rows repeated beyond a spreadsheet are refused before any is given") {
    CHECK(says(refusal(row(cell("table:number-columns-repeated='16385'", "x"))),
               "cellule XFE1 : la feuille dépasse 16384 colonnes"));
    CHECK(says(refusal(row(cell("table:number-columns-repeated='18446744073709551616'", "x"))), "16384 colonnes"));
    CHECK(says(refusal(row(cell("", "x"), "table:number-rows-repeated='1048577'")), "la ligne 1048577 dépasse"));
    CHECK(says(refusal(row(cell(""), "table:number-rows-repeated='1048576'") + row(cell("", "x"))),
               "la ligne 1048577 dépasse"));
}

TEST_CASE("a small file that repeats billions of cells is refused at once") {
    const std::string bomb =
        row(cell("table:number-columns-repeated='16384'", "x"), "table:number-rows-repeated='1048576'");
    CHECK(says(refusal(bomb), "les répétitions de la ligne 1 dépassent"));
    sheets::Limits limits;
    limits.row_bytes = 1 << 20;
    CHECK(says(refusal(row(cell("table:number-columns-repeated='16384'", std::string(200, 'x'))), limits),
               "la ligne 1 dépasse 1 Mio"));
}
