// Tables as workbooks: figures as numbers, dates as dates, texts as texts whatever they look like.
#include "table_workbook.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/sheets/read.hpp"
#include "sheets/scratch_folder.hpp"

using namespace clausier;

namespace {

// Each cell as its kind and its text: "number 12.5".
struct Cells final : core::RowSink {
    std::vector<std::vector<std::string>> rows{};
    bool row(const core::Row& row) override {
        auto& texts = rows.emplace_back();
        for (const core::Cell& cell : row.cells) {
            const bool number = cell.kind == core::CellKind::number;
            const bool date = cell.kind == core::CellKind::date;
            texts.push_back((number ? "number " : date ? "date " : "text ") + std::string(cell.text));
        }
        return true;
    }
};

sheets::Source source(const std::filesystem::path& path) {
    sheets::Source out;
    out.path = path;
    return out;
}

}  // namespace

TEST_CASE("cells keep their kind, and a text that looks like a formula or a number stays a text") {
    const tests::ScratchFolder folder;
    const auto file = folder.path() / "t.xlsx";
    using core::CellKind;
    web::write_table({{"Texte", "Nombre", "Jour"},
                      {10, 10, 10},
                      {{{CellKind::text, "=1+1"}, {CellKind::number, "12.5"}, {CellKind::date, "2026-03-01"}},
                       {{CellKind::text, "007"}, {}, {}}}},
                     "Lots", file);
    Cells cells;
    static_cast<void>(sheets::read(source(file), cells));
    using Row = std::vector<std::string>;
    REQUIRE(cells.rows.size() == 3);
    CHECK(cells.rows[0] == Row{"text Texte", "text Nombre", "text Jour"});
    CHECK(cells.rows[1] == Row{"text =1+1", "number 12.5", "date 2026-03-01"});
    CHECK(cells.rows[2].front() == "text 007");
}

TEST_CASE("an answer's workbook bears its title, cut to what a sheet may be called, or our name") {
    const tests::ScratchFolder folder;
    const auto name = [&](const std::string& title) {
        present::Answer answer;
        answer.title = title;
        answer.rows = "lots";
        answer.document = boost::json::parse(R"({"lots":[{"intitule":"Peinture","montant":"200000.00"}]})");
        const auto file = folder.path() / "a.xlsx";
        web::write_table(answer, file);
        return sheets::open(source(file)).sheets.at(0).name;
    };
    CHECK(name("") == "Clausier");
    CHECK(name("Lots") == "Lots");
    CHECK(name("Historique de labour_share/peinture: valeurs").find_first_of("/:") == std::string::npos);
}
