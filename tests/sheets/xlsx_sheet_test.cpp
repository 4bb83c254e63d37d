// The cells of a worksheet: every type a file may declare, every place a cell may stand, and hostile ones.
#include "xlsx_sheet.hpp"

#include <catch2/catch_test_macros.hpp>

#include "sheet_files.hpp"
#include "workbook.hpp"

using namespace clausier;
using tests::refusal_of;
using tests::says;
using Lines = std::vector<std::string>;

namespace {

struct Reading {
    Lines rows;
    sheets::Report report{};
};

Reading read(const tests::XlsxParts& parts, const sheets::Limits& limits = {}, std::size_t at_most = 1'000'000) {
    const auto bytes = tests::xlsx(parts);
    sheets::Archive archive(tests::source_of(bytes, limits));
    tests::Shown sink(at_most);
    Reading out;
    sheets::read_xlsx(archive, 0, sink, out.report, limits, {});
    out.rows = sink.rows;
    return out;
}

Lines rows_of(const std::string& rows) { return read({.rows = rows}).rows; }

std::string refusal(const std::string& rows) {
    return refusal_of([&] { rows_of(rows); });
}

}  // namespace

TEST_CASE("every type of cell is read as what it is") {
    const auto out =
        read({.rows = "<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='inlineStr'><is><t>sur place</t></is></c>"
                      "<c r='C1' t='str'><f>A1&amp;B1</f><v>calculé</v></c><c r='D1'><v>12.50</v></c>"
                      "<c r='E1' t='n'><v>1E-05</v></c><c r='F1' t='b'><v>1</v></c><c r='G1' t='b'><v>0</v></c>"
                      "<c r='H1' t='e'><v>#N/A</v></c><c r='I1' t='d'><v>2026-01-31T08:30:00</v></c></row>",
              .strings = "<si><t>zéro</t></si><si><t>un</t></si>"});
    CHECK(out.rows == Lines{"1: t un | t sur place | t calculé | n 12.50 | n 1E-05 | b true | b false | e #N/A | d "
                            "2026-01-31T08:30:00"});
    CHECK(out.report.rows == 1);
    CHECK(out.report.cells == 9);
    CHECK(out.report.issues.empty());
}

TEST_CASE("inline text is rich too, without its phonetic runs, and unescaped") {
    CHECK(rows_of("<row><c t='inlineStr'><is><r><t>Lot </t></r><r><t>n_x00B0_ 1</t></r><rPh sb='0' "
                  "eb='1'><t>x</t></rPh></is></c></row>") == Lines{"1: t Lot n° 1"});
}

TEST_CASE("numbers are dates where the style of the cell says so") {
    const tests::XlsxParts parts{
        .rows =
            "<row><c s='1'><v>46082</v></c><c s='2'><v>46082.354166666664</v></c><c s='3'><v>6.3194444444444446</v></c>"
            "<c s='0'><v>46082</v></c><c s='99'><v>46082</v></c><c s='1'><v>60</v></c></row>",
        .styles =
            "<numFmts><numFmt numFmtId='170' formatCode='dd/mm/yyyy\\ hh:mm'/></numFmts><cellXfs><xf numFmtId='0'/>"
            "<xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='46'/></cellXfs>"};
    CHECK(read(parts).rows ==
          Lines{"1: d 2026-03-01 | d 2026-03-01T08:30:00 | d 151:40:00 | n 46082 | n 46082 | n 60"});
}

TEST_CASE("workbooks of the 1904 system have their own first day") {
    const tests::XlsxParts parts{.rows = "<row><c s='0'><v>44620</v></c></row>",
                                 .styles = "<cellXfs><xf numFmtId='14'/></cellXfs>",
                                 .workbook_pr = "date1904='1'"};
    CHECK(read(parts).rows == Lines{"1: d 2026-03-01"});
}

TEST_CASE("rows and cells without a reference follow the one before") {
    CHECK(rows_of("<row><c><v>1</v></c><c><v>2</v></c></row><row><c r='C2'><v>3</v></c><c><v>4</v></c></row>"
                  "<row r='9'><c><v>5</v></c></row><row><c><v>6</v></c></row>") ==
          Lines{"1: n 1 | n 2", "2: - | - | n 3 | n 4", "9: n 5", "10: n 6"});
}

TEST_CASE("sparse and unordered cells and rows keep their places; the last of a place wins") {
    CHECK(
        rows_of("<row r='5'><c r='D5'><v>4</v></c><c r='b5'><v>2</v></c></row><row r='2'><c r='AB2'><v>28</v></c></row>"
                "<row r='6'><c r='A6'><v>old</v></c><c r='A6'><v>7</v></c></row>")
            .size() == 3);
    CHECK(rows_of("<row r='5'><c r='D5'><v>4</v></c><c r='b5'><v>2</v></c></row>") == Lines{"5: - | n 2 | - | n 4"});
    CHECK(rows_of("<row r='6'><c r='A6'><v>8</v></c><c r='A6'><v>7</v></c></row>") == Lines{"6: n 7"});
}

TEST_CASE("blank rows and cells with a style alone give nothing") {
    const auto out =
        read({.rows = "<row r='1'/><row r='2'><c r='A2' s='1'/><c r='B2'><v></v></c><c r='C2'><v> </v></c></row>"
                      "<row r='3'><c r='B3' t='s'><v>0</v></c><c r='C3'><v>1</v></c><c r='D3' s='1'/></row>",
              .strings = "<si><t></t></si>"});
    CHECK(out.rows == Lines{"3: - | - | n 1"});
    CHECK(out.report.cells == 1);
}

TEST_CASE("prefixed tags and strict files are read alike") {
    auto entries = tests::xlsx_entries({.rows = ""});
    entries.back().content =
        "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData><x:row r='1'>"
        "<x:c r='A1' t='str'><x:v>préfixé</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    const auto bytes = tests::make_zip(entries);
    sheets::Archive archive(tests::source_of(bytes));
    tests::Shown sink;
    sheets::Report report{};
    sheets::read_xlsx(archive, 0, sink, report, {}, {});
    CHECK(sink.rows == Lines{"1: t préfixé"});
}

TEST_CASE("a formula never computed reads as empty, and is told") {
    const auto out =
        read({.rows = "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><f>A1*2</f></c><c r='C1' t='str'><f>A1</f><v></v></c>"
                      "<c r='D1'><f>A1</f><v/></c></row><row r='2'><c r='A2'><f>A1</f></c></row>"});
    CHECK(out.rows == Lines{"1: n 1"});
    REQUIRE(out.report.issues.size() == 1);
    CHECK(out.report.issues[0].code == "formule_sans_valeur");
    CHECK(says(out.report.issues[0].sentence(), "feuille « Lots », cellule B1 : 2 formule(s)"));
}

TEST_CASE("values that are not of their declared type stay texts") {
    CHECK(
        rows_of(
            "<row><c><v>1,5</v></c><c t='b'><v>oui</v></c><c t='d'><v>hier</v></c><c t='future'><v>x</v></c></row>") ==
        Lines{"1: t 1,5 | t oui | t hier | t x"});
}

TEST_CASE("a sink that stops ends the reading without error") {
    const auto out =
        read({.rows = "<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c></row>"}, {}, 2);
    CHECK(out.rows.size() == 2);
    CHECK(out.report.rows == 2);
}

TEST_CASE("what stands after the cells is no cell") {
    auto entries = tests::xlsx_entries({.rows = ""});
    entries.back().content =
        "<worksheet><cols><c><v>0</v></c></cols><sheetData><row><c><v>1</v></c></row></sheetData>"
        "<extLst><row><c><v>2</v></c></row></extLst></worksheet>";
    const auto bytes = tests::make_zip(entries);
    sheets::Archive archive(tests::source_of(bytes));
    tests::Shown sink;
    sheets::Report report{};
    sheets::read_xlsx(archive, 0, sink, report, {}, {});
    CHECK(sink.rows == Lines{"1: n 1"});
}

TEST_CASE("columns and rows beyond a spreadsheet's are refused by their place") {
    CHECK(says(refusal("<row r='1'><c r='XFE1'><v>1</v></c></row>"),
               "essai.xlsx, feuille « Lots », cellule XFE1 : la feuille dépasse 16384 colonnes"));
    CHECK(rows_of("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>").size() == 1);
    CHECK(says(refusal("<row r='1048577'><c r='A1048577'><v>1</v></c></row>"),
               "la ligne 1048577 dépasse les 1048576 lignes"));
    CHECK(says(refusal("<row r='18446744073709551615'><c><v>1</v></c></row>"), "lignes admises"));
    CHECK(says(refusal("<row r='99999999999999999999'><c><v>1</v></c></row>"), "numéro de ligne"));
    CHECK(says(refusal("<row r='0'><c><v>1</v></c></row>"), "numéro de ligne"));
    CHECK(says(refusal("<row r='1'><c r='ZZZZZZZZZZZZZZZZZZZZ1'><v>1</v></c></row>"), "16384 colonnes"));
    CHECK(says(refusal("<row r='1'><c r='11'><v>1</v></c></row>"), "référence de cellule « 11 »"));
}

TEST_CASE("a shared string that the workbook lacks is refused by its cell") {
    CHECK(says(refusal("<row r='3'><c r='B3' t='s'><v>7</v></c></row>"),
               "feuille « Lots », cellule B3 : le texte partagé n° 7 manque"));
    CHECK(says(refusal("<row r='3'><c r='B3' t='s'><v>-1</v></c></row>"), "manque"));
}

TEST_CASE("a row heavier than its limit is refused, whether its text is its own or shared") {
    sheets::Limits limits;
    limits.row_bytes = 1'000;
    const std::string long_text(600, 'a');
    const std::string twice = "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>";
    CHECK(says(refusal_of([&] { read({.rows = twice, .strings = "<si><t>" + long_text + "</t></si>"}, limits); }),
               "la ligne 1 dépasse"));
    const std::string own = "<c t='str'><v>" + long_text + "</v></c>";
    CHECK(says(refusal_of([&] { read({.rows = "<row>" + own + own + "</row>"}, limits); }), "la ligne 1 dépasse"));
    CHECK(read({.rows = "<row>" + own + "</row><row>" + own + "</row>"}, limits).rows.size() == 2);
}
