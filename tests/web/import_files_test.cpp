// Spreadsheets on their way in and out of imports: hidden sheets passed over, rows annotated, a model that reads again.
#include "import_files.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "sheets/scratch_folder.hpp"
#include "sheets/xls_files.hpp"

using namespace clausier;

namespace {

struct Files {
    tests::ScratchFolder folder;
    app::SheetReader reader = web::sheet_reader();

    app::SheetFile file(const std::string& name, std::string_view bytes) const {
        std::ofstream(folder.path() / name, std::ios::binary) << bytes;
        return {folder.path() / name, name, ""};
    }
    std::vector<std::vector<std::string>> rows(const app::SheetFile& file) const {
        struct Sink final : core::RowSink {
            std::vector<std::vector<std::string>> rows{};
            bool row(const core::Row& row) override {
                auto& texts = rows.emplace_back();
                for (const core::Cell& cell : row.cells) texts.emplace_back(cell.text);
                return true;
            }
        } sink;
        reader.rows(file, sink, {});
        return sink.rows;
    }
};

std::string number(double value) { return tests::record(0x203, tests::at(0, 0) + tests::le_double(value)); }

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("hidden sheets are not offered, and the sheet chosen is the one read") {
    const Files files;
    app::SheetFile book =
        files.file("lots.xls", tests::xls(tests::workbook_stream({}, {{tests::narrow("Listes", 1), number(1), 1},
                                                                      {tests::narrow("Lots", 1), number(2)},
                                                                      {tests::narrow("Autres", 1), number(3)}})));
    CHECK(files.reader.sheets(book) == Texts{"Lots", "Autres"});
    CHECK(files.rows(book) == std::vector<Texts>{{"2"}});
    book.sheet = "Autres";
    CHECK(files.rows(book) == std::vector<Texts>{{"3"}});
}

TEST_CASE("what is no spreadsheet is refused by the name its user knows") {
    const Files files;
    const app::SheetFile file = files.file("photo.xlsx", std::string("PK\x03\x04", 4) + "rien");
    try {
        static_cast<void>(files.reader.sheets(file));
        FAIL("the file was not refused");
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::invalid);
        CHECK(error.issues().front().sentence().find("photo.xlsx") != std::string::npos);
    }
}

TEST_CASE("the annotated file has the user's rows at their place, and what became of each beside the widest") {
    const Files files;
    app::AnnotatedFile annotated;
    annotated.file = files.file("m.csv", "Objet;Montant HT\nÉcole;12 000\n=1+1\n");
    annotated.header_row = 1;
    annotated.columns = 2;
    annotated.remarks[3] = {false, true, {core::fault("a", "sans montant")}};
    const auto copy = files.folder.path() / "copie.xlsx";
    web::write_annotated(copy, annotated);
    CHECK(files.rows({copy, "copie.xlsx", ""}) ==
          std::vector<Texts>{{"Objet", "Montant HT", "Sort de la ligne", "Erreurs et remarques"},
                             {"École", "12 000", "retenue"},
                             {"=1+1", "", "rejetée", "sans montant"}});
}

TEST_CASE("the workbook to fill in is one sheet of titles and two examples") {
    const Files files;
    const auto model = files.folder.path() / "modele.xlsx";
    web::write_import_template(model);
    CHECK(files.reader.sheets({model, "modele.xlsx", ""}) == Texts{"Lots"});
    CHECK(files.rows({model, "modele.xlsx", ""}).size() == 3);
}
