// « calcul lots »: the user's workbook comes back with hours, living formulas and a total.
#include <catch2/catch_test_macros.hpp>

#include "clausier/sheets/read.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

namespace {

struct Collected final : core::RowSink {
    bool row(const core::Row& row) override {
        std::vector<std::string> cells;
        for (const core::Cell& cell : row.cells) cells.emplace_back(cell.text);
        rows.push_back(cells);
        return true;
    }
    std::vector<std::vector<std::string>> rows;
};

}  // namespace

TEST_CASE("the copy keeps the user's rows and adds hours and a total") {
    CommandWorld world;
    const std::string csv =
        world.write("lots.csv", "Lot;Intitulé;Montant HT;Note\n1;Peinture;200 000;=A1\n2;Gros œuvre;1 000 000;\n");
    const auto outcome = world.run("calcul lots", {{"--sortie", {world.file("r.xlsx")}}, {"--taux", {"10"}}}, {csv});
    CHECK(outcome.answer.document.at("heures_total").as_string() == "1676.00");  // 398 + 1 278
    Collected got;
    sheets::Source source;
    source.path = world.file("r.xlsx");
    source.name = "r.xlsx";
    sheets::read(source, got);
    REQUIRE(got.rows.size() == 4);
    CHECK(got.rows[1][3] == "=A1");
    CHECK(got.rows[1][8] == "398");
    CHECK(got.rows[3][0] == "Total");
    CHECK(got.rows[3][8] == "1676");
}

TEST_CASE("a sheet without lots is refused") {
    CommandWorld world;
    CHECK_THROWS_AS(world.run("calcul lots", {}, {world.write("x.csv", "a;b\n1;2\n")}), core::Error);
}
