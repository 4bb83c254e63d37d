// The annotated copy: the user's own rows at their own numbers, and what became of each beside them.
#include "import_report.hpp"

#include <catch2/catch_test_macros.hpp>

#include "command_world.hpp"

using namespace clausier;

namespace {

// The texts of the rows of a workbook, by their number.
struct Rows final : core::RowSink {
    std::map<std::uint64_t, std::vector<std::string>> texts{};
    bool row(const core::Row& row) override {
        for (const core::Cell& cell : row.cells) texts[row.number].emplace_back(cell.text);
        return true;
    }
};

sheets::Source source_of(const std::string& path) {
    sheets::Source out;
    out.path = path;
    return out;
}

}  // namespace

TEST_CASE("each row keeps its number and its values, and says beside the widest what became of it") {
    tests::CommandWorld world;
    const std::string csv = world.write("m.csv", "Titre\n\nObjet;Montant HT\nÉcole;12 000\n=1+1;beaucoup\n");
    const std::map<std::uint64_t, domain::LineRemarks> remarks = {
        {1, {false, false, {}}}, {5, {false, true, {core::fault("a", "le montant ne se lit pas")}}}};
    cli::write_import_report(world.file("r.xlsx"), source_of(csv), {}, remarks, 3, 2);
    Rows copy;
    static_cast<void>(sheets::read(source_of(world.file("r.xlsx")), copy));
    using Texts = std::vector<std::string>;
    CHECK(copy.texts.at(1) == Texts{"Titre", "", "ignorée"});
    CHECK(copy.texts.at(3) == Texts{"Objet", "Montant HT", "Sort de la ligne", "Erreurs et remarques"});
    CHECK(copy.texts.at(4) == Texts{"École", "12 000", "retenue"});
    CHECK(copy.texts.at(5) == Texts{"=1+1", "beaucoup", "rejetée", "le montant ne se lit pas"});
}

TEST_CASE("a file that has gone since leaves no report that looks complete") {
    tests::CommandWorld world;
    CHECK_THROWS_AS(cli::write_import_report(world.file("r.xlsx"), source_of(world.file("absent.csv")), {}, {}, 1, 2),
                    core::Error);
    CHECK_FALSE(std::filesystem::exists(world.file("r.xlsx")));
}
