// Workbooks written, then read again by our own reader: what was meant is what is there.
#include "clausier/sheets/write.hpp"

#include <sys/resource.h>

#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <string>

#include "archive.hpp"
#include "scratch_folder.hpp"
#include "sheet_files.hpp"

using namespace clausier;
using namespace clausier::sheets;
using namespace clausier::tests;
using namespace std::chrono;
using core::Euros;
using core::Hours;
using core::Rate;

namespace {

std::vector<std::string> rows_of(const std::filesystem::path& path, std::optional<std::string_view> sheet = {}) {
    Source source;
    source.path = path;
    Shown shown;
    read(source, shown, sheet);
    return shown.rows;
}

// A part of the workbook, as text.
std::string part(const std::filesystem::path& path, std::string_view entry) {
    Source source;
    source.path = path;
    return Archive(source).text(entry, 1'000'000);
}

}  // namespace

TEST_CASE("Every kind of value is read back as it was meant") {
    const ScratchFolder folder;
    const auto path = folder.path() / "lots.xlsx";
    XlsxWriter writer(path);
    writer.sheet("Lots");
    CHECK(writer.row({{"Lot", Style::header}, {"Montant", Style::header}}) == 1);
    CHECK(writer.row({{std::string("001")},
                      {std::int64_t{12}},
                      {Euros::of(123'456)},
                      {Hours::of(3'550)},
                      {Rate::of(500)},
                      {2026y / March / 1},
                      {true},
                      {Number{"180000.5"}},
                      {},
                      {Formula{"ROUND(C2*E2,0)", Hours::of(6'200)}}}) == 2);
    writer.close();
    CHECK(rows_of(path) ==
          std::vector<std::string>{"1: t Lot | t Montant",
                                   "2: t 001 | n 12 | n 1234.56 | n 35.5 | n 0.05 | d 2026-03-01 | b true | "
                                   "n 180000.5 | - | n 62"});
    CHECK(writer.cut_texts() == 0);
    CHECK(folder.names() == std::vector<std::string>{"lots.xlsx"});
}

TEST_CASE("Numbers are shown in euros, hours, percents and French dates") {
    const ScratchFolder folder;
    const auto path = folder.path() / "lots.xlsx";
    XlsxWriter writer(path);
    writer.row({{Euros::of(1)}, {Hours::of(1)}, {Rate::of(1)}, {2026y / March / 1}});
    writer.close();
    const auto styles = part(path, "xl/styles.xml");
    for (const auto* code : {"#,##0.00 &quot;€&quot;", "dd/mm/yyyy"}) CHECK(says(styles, code));
    CHECK(says(styles, "formatCode=\"#,##0.00\""));
    CHECK(says(styles, "formatCode=\"0.00%\""));
}

TEST_CASE("A text is never a formula, whatever it begins with") {
    const ScratchFolder folder;
    const auto path = folder.path() / "lots.xlsx";
    XlsxWriter writer(path);
    writer.row({{std::string("=1+1")}, {std::string("@SUM(A1)")}, {std::string("{=1}")}, {Number{"=1+1"}}});
    writer.close();
    CHECK(rows_of(path) == std::vector<std::string>{"1: t =1+1 | t @SUM(A1) | t {=1} | t =1+1"});
    CHECK_FALSE(says(part(path, "xl/worksheets/sheet1.xml"), "<f>"));
}

TEST_CASE("A formula is kept with its value") {
    const ScratchFolder folder;
    const auto path = folder.path() / "lots.xlsx";
    XlsxWriter writer(path);
    writer.row({{Euros::of(998'996)}, {Formula{"ROUND(A1/30,0)", std::int64_t{333}}}});
    writer.close();
    CHECK(says(part(path, "xl/worksheets/sheet1.xml"), "<f>ROUND(A1/30,0)</f><v>333</v>"));
}

TEST_CASE("Texts come back exactly, except what Excel cannot hold") {
    const ScratchFolder folder;
    const auto path = folder.path() / "lots.xlsx";
    XlsxWriter writer(path);
    writer.row({{std::string("  deux\n lignes <&> \"'  ")}, {std::string("_x0041_ œ 𝄞")}, {std::string("a\x02")}});
    writer.row({{std::string(40'000, 'x')}});
    CHECK(writer.cut_texts() == 1);
    writer.close();
    CHECK(rows_of(path) == std::vector<std::string>{"1: t   deux\n lignes <&> \"'   | t _x0041_ œ 𝄞 | t a\uFFFD",
                                                    "2: t " + std::string(32'766, 'x') + "…"});
}

TEST_CASE("What a spreadsheet cannot hold exactly as a number is written as a text") {
    const ScratchFolder folder;
    const auto path = folder.path() / "lots.xlsx";
    XlsxWriter writer(path);
    writer.row({{std::int64_t{999'999'999'999'999}},
                {std::int64_t{1'234'567'890'123'456}},
                {Euros::of(-1'234'567'890'123'456)}});
    writer.row({{1900y / March / 1}, {1900y / February / 28}, {1789y / July / 14}});
    writer.close();
    CHECK(rows_of(path) == std::vector<std::string>{"1: n 999999999999999 | t 1234567890123456 | t -12345678901234.56",
                                                    "2: d 1900-03-01 | t 1900-02-28 | t 1789-07-14"});
}

TEST_CASE("Sheets follow one another, each with its widths and its frozen header") {
    const ScratchFolder folder;
    const auto path = folder.path() / "lots.xlsx";
    XlsxWriter writer(path);
    writer.sheet("Lots: 1", {10, 40}, 2);
    writer.row({{std::string("a")}});
    writer.sheet("lots- 1", {}, 0);
    CHECK(writer.row({{std::string("b")}}) == 1);
    writer.close();
    CHECK(rows_of(path, "Lots- 1") == std::vector<std::string>{"1: t a"});
    CHECK(rows_of(path, "lots- 1 (2)") == std::vector<std::string>{"1: t b"});
    const auto first = part(path, "xl/worksheets/sheet1.xml");
    CHECK(says(first, "ySplit=\"2\""));
    CHECK(says(first, "min=\"2\" max=\"2\" width=\"40."));
    CHECK_FALSE(says(part(path, "xl/worksheets/sheet2.xml"), "ySplit"));
}

TEST_CASE("A workbook without a sheet is still a workbook") {
    const ScratchFolder folder;
    const auto path = folder.path() / "vide.xlsx";
    XlsxWriter(path).close();
    Source source;
    source.path = path;
    CHECK(open(source).sheets.front().name == "Feuille");
}

TEST_CASE("A writer that is not closed leaves the folder as it was") {
    const ScratchFolder folder;
    const auto path = folder.path() / "lots.xlsx";
    std::ofstream(path) << "before";
    {
        XlsxWriter writer(path);
        writer.row({{std::string("a")}});
    }
    CHECK(content_of(path) == "before");
    CHECK(folder.names() == std::vector<std::string>{"lots.xlsx"});
}

TEST_CASE("Too many columns are refused") {
    const ScratchFolder folder;
    XlsxWriter writer(folder.path() / "lots.xlsx");
    CHECK(says(refusal_of([&] { writer.row(std::vector<OutCell>(16'385)); }),
               "16 384 colonnes ; demandez l’export en CSV"));
}

TEST_CASE("A folder that cannot be written is refused at once") {
    const ScratchFolder folder;
    CHECK(says(refusal_of([&] { XlsxWriter(folder.path() / "absent" / "lots.xlsx"); }),
               "le dossier ne peut pas être écrit"));
}

TEST_CASE("A disk that fills up is told, and the file of that name is as before") {
    const ScratchFolder folder;
    const auto path = folder.path() / "lots.xlsx";
    std::ofstream(path) << "before";
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{100'000, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    std::string said;
    {
        XlsxWriter writer(path);
        for (int i = 0; i < 3'000; ++i) writer.row({{std::string(100, 'x')}});
        said = refusal_of([&] { writer.close(); });
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    static_cast<void>(std::signal(SIGXFSZ, handler));
    CHECK(says(said, "lots.xlsx : le classeur n’a pas pu être écrit, le disque est sans doute plein"));
    CHECK(content_of(path) == "before");
    CHECK(folder.names() == std::vector<std::string>{"lots.xlsx"});
}

TEST_CASE("A cell read is written again as it was") {
    using core::CellKind;
    CHECK(std::holds_alternative<std::monostate>(same_value({CellKind::empty, ""})));
    CHECK(std::get<Number>(same_value({CellKind::number, "1E3"})).text == "1E3");
    CHECK(std::get<bool>(same_value({CellKind::boolean, "true"})));
    CHECK(std::get<core::Date>(same_value({CellKind::date, "2026-03-01"})) == 2026y / March / 1);
    CHECK(std::get<std::string>(same_value({CellKind::date, "08:30:00"})) == "08:30:00");
    CHECK(std::get<std::string>(same_value({CellKind::text, "=1+1"})) == "=1+1");
}
