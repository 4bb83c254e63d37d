// The door of the module: any file known by its content, the wanted sheet found, the rest refused in one sentence.
#include "clausier/sheets/read.hpp"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "scratch_folder.hpp"
#include "sheet_files.hpp"
#include "xls_files.hpp"

using namespace clausier;
using namespace clausier::sheets;
using namespace clausier::tests;

namespace {

using Rows = std::vector<std::string>;

Source named_source(std::string_view bytes, std::string name) {
    Source source = source_of(bytes);
    source.name = std::move(name);
    return source;
}

struct Read {
    Report report;
    Rows rows;
};

Read read_all(const Source& source, std::optional<std::string_view> sheet = {}) {
    Shown shown;
    Read out;
    out.report = read(source, shown, sheet);
    out.rows = shown.rows;
    return out;
}

std::string refusal(std::string_view bytes, std::optional<std::string_view> sheet = {}) {
    return refusal_of([&] { read_all(named_source(bytes, "essai.xls"), sheet); });
}

std::string cell(double value) { return record(0x203, at(0, 0) + le_double(value)); }

// Three sheets, the first hidden.
const std::string three_sheets = xls(workbook_stream(
    {}, {{narrow("Listes", 1), cell(1), 1}, {narrow("Lots", 1), cell(2)}, {wide(u"Récapitulatif 2026", 1), cell(3)}}));

}  // namespace

TEST_CASE("The same reading serves every format, known by its content and not by its name") {
    const std::string csv = "lot;heures\n";
    const std::string book = xls(lots_stream(cell(5)));
    const std::string modern = xlsx({"<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>"});
    const std::string open_document = ods_table(
        "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"5\"/></table:table-row>");
    for (const auto* name : {"essai.xls", "essai.pdf", ""}) {
        CHECK(read_all(named_source(csv, name)).report.format == Format::csv);
        CHECK(read_all(named_source(book, name)).rows == Rows{"1: n 5"});
        CHECK(read_all(named_source(modern, name)).rows == Rows{"1: n 5"});
        CHECK(read_all(named_source(open_document, name)).rows == Rows{"1: n 5"});
    }
    CHECK(format_name(read_all(named_source(csv, "")).report.format) == "csv");
    CHECK(format_name(read_all(named_source(book, "")).report.format) == "xls");
    CHECK(format_name(read_all(named_source(modern, "")).report.format) == "xlsx");
    CHECK(format_name(read_all(named_source(open_document, "")).report.format) == "ods");
}

TEST_CASE("Opening tells the format, the sheets, and how a csv is written") {
    const auto book = open(named_source(three_sheets, "essai.xls"));
    CHECK(book.format == Format::xls);
    REQUIRE(book.sheets.size() == 3);
    CHECK(book.sheets[0].hidden);
    CHECK(book.sheets[2].name == "Récapitulatif 2026");
    const auto csv = open(named_source("March\xE9|2\n", "essai.csv"));
    CHECK(csv.encoding == Encoding::cp1252);
    CHECK(csv.separator == '|');
    CHECK(csv.sheets[0].name == "essai.csv");
}

TEST_CASE("Without a choice the first visible sheet is read, and the others are told") {
    const auto read = read_all(named_source(three_sheets, "essai.xls"));
    CHECK(read.report.sheet == "Lots");
    CHECK(read.rows == Rows{"1: n 2"});
    REQUIRE(read.report.issues.size() == 1);
    CHECK(read.report.issues[0].severity == core::Severity::info);
    CHECK(read.report.issues[0].sentence() ==
          "essai.xls : seule la feuille « Lots » est lue ; pour une autre, donnez son nom : « Récapitulatif 2026 »");
}

TEST_CASE("A sheet is chosen by its name, whatever its accents and case, or by its number") {
    for (const auto* wanted : {"Récapitulatif 2026", "recapitulatif  2026", "3"}) {
        const auto read = read_all(named_source(three_sheets, "essai.xls"), wanted);
        CHECK(read.rows == Rows{"1: n 3"});
        CHECK(read.report.issues.empty());
    }
    CHECK(read_all(named_source(three_sheets, "essai.xls"), "1").rows == Rows{"1: n 1"});
}

TEST_CASE("A sheet that is not there is refused with the nearest name and the list") {
    CHECK(refusal(three_sheets, "Lot") ==
          "essai.xls : pas de feuille « Lot » ; vouliez-vous « Lots » ? Le fichier contient « Listes », « Lots », "
          "« Récapitulatif 2026 »");
    CHECK(refusal(three_sheets, "4") ==
          "essai.xls : pas de feuille « 4 » ; le fichier contient « Listes », « Lots », "
          "« Récapitulatif 2026 »");
    CHECK(says(refusal(three_sheets, "0"), "pas de feuille « 0 »"));
    CHECK(says(refusal("a;b\n", "Lots"), "pas de feuille « Lots » ; le fichier contient « essai.xls »"));
}

TEST_CASE("What is no spreadsheet is refused by name") {
    CHECK(says(refusal(""), "essai.xls : fichier vide"));
    CHECK(says(refusal("<html><table><tr><td>1"),
               "essai.xls : c’est une page web (HTML), quel que soit le nom du fichier"));
    CHECK(says(refusal("%PDF-1.4"), "document PDF"));
    CHECK(says(refusal(compound_file({{"WordDocument", "x"}})), "essai.xls : c’est un document Word"));
    CHECK(says(refusal(compound_file({{"PowerPoint Document", "x"}})), "présentation PowerPoint"));
    CHECK(
        says(refusal(compound_file({{"EncryptedPackage", "x"}})), "protégé par un mot de passe ; enregistrez-le sans"));
    CHECK(says(refusal(compound_file({{"Contents", "x"}})), "ne contient aucun classeur"));
    CHECK(says(refusal(xls(workbook_stream({}, {{narrow("Courbe", 1), {}, 0, 2}}))), "aucune feuille de cellules"));
}

TEST_CASE("A missing file, a folder and a pipe are refused before anything is read") {
    const ScratchFolder folder;
    const auto said = [&](const std::filesystem::path& path) {
        Source source;
        source.path = path;
        return refusal_of([&] { read_all(source); });
    };
    CHECK(says(said(folder.path() / "absent.csv"), "absent.csv : le fichier est introuvable"));
    CHECK(says(said(folder.path()), "ce n’est pas un fichier ordinaire"));
    const auto pipe = folder.path() / "tube";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(says(said(pipe), "ce n’est pas un fichier ordinaire"));
}

TEST_CASE("Progress goes to the reader of the format") {
    Shown shown;
    CHECK(refusal_of([&] { read(named_source("a;b\n", "essai.csv"), shown, {}, [](auto, auto) { return false; }); }) ==
          "essai.csv : annulé");
}
