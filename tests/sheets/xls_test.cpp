// .xls workbooks: what their sheets share, what is refused, and the real files counted cell by cell.
#include "xls.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "sheet_files.hpp"
#include "xls_files.hpp"

using namespace clausier;
using namespace clausier::sheets;
using namespace clausier::tests;

namespace {

// The rows of a sheet of a workbook stream.
std::vector<std::string> rows_of(const std::string& stream, std::size_t sheet = 0, const Limits& limits = {}) {
    const std::string file = xls(stream);
    const Source source = source_of(file);
    ByteInput input(source);
    Compound compound(input, "essai.xls");
    const XlsWorkbook workbook(compound, "essai.xls", limits);
    Shown shown;
    Report report;
    workbook.read(sheet, shown, report, {});
    return shown.rows;
}

std::string shared(const std::vector<std::string>& texts) {
    std::string data = le(texts.size(), 4) + le(texts.size(), 4);
    for (const auto& text : texts) data += text;
    return record(0xFC, data);
}

}  // namespace

TEST_CASE("Shared texts go to the cells that name them") {
    const auto globals = shared({narrow("Lot"), wide(u"Heures prévues €")});
    const auto cells = record(0xFD, at(0, 0) + le(1, 4)) + record(0xFD, at(0, 1) + le(0, 4));
    CHECK(rows_of(lots_stream(cells, globals)) == std::vector<std::string>{"1: t Heures prévues € | t Lot"});
}

TEST_CASE("A cell that names a text that is not there is refused, not left empty") {
    const auto stream = lots_stream(record(0xFD, at(0, 0) + le(7, 4)), shared({narrow("Lot")}));
    CHECK(refusal_of([&] { rows_of(stream); }) ==
          "essai.xls, feuille « Lots » : la feuille est tronquée ou abîmée ; ouvrez le classeur dans un tableur et "
          "enregistrez-le en xlsx");
}

TEST_CASE("Sheets have names and are hidden or not; charts are left out") {
    const auto stream = workbook_stream({}, {{narrow("Notes", 1), record(0x203, at(0, 0) + le_double(1)), 1},
                                             {narrow("Courbe", 1), {}, 0, 2},
                                             {wide(u"Été €", 1), record(0x203, at(0, 0) + le_double(2))}});
    const std::string file = xls(stream);
    const Source source = source_of(file);
    ByteInput input(source);
    Compound compound(input, "essai.xls");
    const XlsWorkbook workbook(compound, "essai.xls", source.limits);
    REQUIRE(workbook.sheets().size() == 2);
    CHECK(workbook.sheets()[0].name == "Notes");
    CHECK(workbook.sheets()[0].hidden);
    CHECK(workbook.sheets()[1].name == "Été €");
    CHECK_FALSE(workbook.sheets()[1].hidden);
    CHECK(rows_of(stream, 1) == std::vector<std::string>{"1: n 2"});
}

TEST_CASE("A number is a date when its style says so, from 1900 or 1904") {
    const auto style = [](std::uint64_t format) { return record(0xE0, le(0, 2) + le(format, 2) + le(0, 16)); };
    const auto globals = record(0x41E, le(164, 2) + narrow("dd/mm/yyyy")) +
                         record(0x41E, le(165, 2) + narrow("[h]:mm")) + style(0) + style(14) + style(164) + style(165);
    const auto cells = record(0x203, at(0, 0, 0) + le_double(46082)) + record(0x203, at(0, 1, 1) + le_double(46082)) +
                       record(0x203, at(0, 2, 2) + le_double(46082.5)) + record(0x203, at(0, 3, 3) + le_double(6.3125));
    CHECK(rows_of(lots_stream(cells, globals)) ==
          std::vector<std::string>{"1: n 46082 | d 2026-03-01 | d 2026-03-01T12:00:00 | d 151:30:00"});
    const auto from_1904 = record(0x22, le(1, 2)) + style(14);
    CHECK(rows_of(lots_stream(record(0x203, at(0, 0) + le_double(44620)), from_1904)) ==
          std::vector<std::string>{"1: d 2026-03-01"});
}

TEST_CASE("A BIFF5 workbook is read in its own code page") {
    const auto label = record(0x204, at(0, 0) + le(3, 2) + "\x8Et\x8E");
    const auto stream = workbook_stream(record(0x42, le(10'000, 2)), {{le(4, 1) + "Lots", label}}, 0x500);
    const std::string file = compound_file({{"Book", stream}});
    const Source source = source_of(file);
    ByteInput input(source);
    Compound compound(input, "essai.xls");
    Shown shown;
    Report report;
    XlsWorkbook(compound, "essai.xls", source.limits).read(0, shown, report, {});
    CHECK(shown.rows == std::vector<std::string>{"1: t été"});
}

TEST_CASE("Protected, cut and oversized workbooks are refused in one sentence") {
    CHECK(refusal_of([] { rows_of(lots_stream({}, record(0x2F, le(0, 6)))); }) ==
          "essai.xls : le classeur est protégé par un mot de passe ; enregistrez-le sans mot de passe");
    CHECK(says(refusal_of([] { rows_of(bof(5) + record(0x42, le(1252, 2))); }), "tronqué ou abîmé"));
    Limits limits;
    limits.shared_text = 10;
    CHECK(says(refusal_of([&] { rows_of(lots_stream({}, shared({narrow("douze lettres")})), 0, limits); }),
               "les textes du classeur dépassent"));
}

TEST_CASE("The real .xls give as many cells as xlrd counts", "[real]") {
    struct {
        const char* path;
        std::uint64_t rows, cells;
    } const counted[] = {{"references/cpv_2008.xls", 9455, 18'910},
                         {"tableurs/eclaireur_test_loader_xls.xls", 100, 200},
                         {"tableurs/etalab-etat-2010-2012_ae0748773b53acaf13669b344db1ea2a_small.xls", 9, 100}};
    const auto folder = real_files();
    for (const auto& file : counted) {
        Source source;
        source.path = folder / file.path;
        ByteInput input(source);
        Compound compound(input, file.path);
        Counted sink;
        Report report;
        XlsWorkbook(compound, file.path, source.limits).read(0, sink, report, {});
        CHECK(report.rows == file.rows);
        CHECK(report.cells == file.cells);
    }
}
