// Imports in progress as documents: their step, their questions, what is said of each line.
#include "clausier/present/import_drafts.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::Field;
using domain::Ruling;

TEST_CASE("an import in progress tells its step, its columns, its unknown values and what they may mean") {
    domain::ImportDraft draft;
    draft.id = "abc";
    draft.file = "marches.csv";
    draft.step = domain::ImportStep::values;
    draft.columns.push_back({2, "C", "Procédure", {"MAPA 2"}, Field::procedure, 100, domain::How::header, {}});
    const domain::Decision decision{
        Field::procedure, "MAPA 2", Ruling::ignore, "", core::Instant(std::chrono::seconds(1'795'000'000)), "compte/1"};
    draft.unknown.values.push_back(
        {Field::procedure, "MAPA 2", "Procédure", 12, 4, {{"Procédure adaptée", "Procédure adaptée"}}, decision});
    draft.unknown.values.push_back({Field::social, "Peut-être", "Clause", 1, 5, {}, {}});
    const auto document = present::answer(draft).document;
    CHECK(document.at("etape").as_string() == "valeurs");
    CHECK(document.at("en_repos").as_bool());
    CHECK(document.at("bilan").is_null());
    const auto& column = document.at("colonnes").as_array().at(0);
    CHECK(column.at("lettre").as_string() == "C");
    CHECK(column.at("champ").as_string() == "procedure");
    CHECK(column.at("exemples").as_array().at(0).as_string() == "MAPA 2");
    const auto& value = document.at("valeurs").as_array().at(0);
    CHECK(value.at("nombre").to_number<int>() == 12);
    CHECK(value.at("propositions").as_array().at(0).at("code").as_string() == "Procédure adaptée");
    CHECK(value.at("decision").at("decide_le").as_string() == "2026-11-18T11:06:40Z");
    CHECK(document.at("valeurs").as_array().at(1).at("decision").is_null());
    CHECK_FALSE(document.at("valeurs").as_array().at(1).at("peut_etre_gardee").as_bool());
}

TEST_CASE("decisions are listed with who took them and when") {
    const std::vector<domain::Decision> decisions = {{Field::procedure, "MAPA 2", Ruling::replace, "Procédure adaptée",
                                                      core::Instant(std::chrono::seconds(1'795'000'000)), "cli"}};
    const present::Answer answer = present::answer(decisions);
    CHECK(answer.document.at("decisions").as_array().at(0).at("sens").as_string() == "Procédure adaptée");
    CHECK(answer.table.rows.at(0).at(4) == "18 novembre 2026");
    CHECK_FALSE(present::answer(std::vector<domain::Decision>()).lines.empty());
}

TEST_CASE("what is said of a line is its outcome and its remarks, one a line") {
    const std::map<std::uint64_t, domain::LineRemarks> remarks = {
        {3,
         {false,
          true,
          {core::fault("a", "sans acheteur"), {core::Severity::warning, "b", "ligne 2", "date illisible"}}}},
        {4, {false, false, {}}},
        {5, {true, false, {core::warning("b", "date illisible")}}}};
    const auto texts = [&](std::uint64_t line) {
        std::vector<std::string> out;
        for (const core::OutCell& cell : present::line_cells(line, 1, remarks))
            out.push_back(std::get<std::string>(cell.value));
        return out;
    };
    using Texts = std::vector<std::string>;
    CHECK(texts(1) == Texts{"Sort de la ligne", "Erreurs et remarques"});
    CHECK(texts(2) == Texts{"retenue"});
    CHECK(texts(3) == Texts{"rejetée", "sans acheteur\nligne 2 : date illisible"});
    CHECK(texts(4) == Texts{"ignorée"});
    CHECK(texts(5) == Texts{"retenue", "date illisible"});
    CHECK(present::line_cells(1, 1, remarks)[0].style == core::Style::header);
    CHECK(present::line_cells(3, 1, remarks)[0].style == core::Style::error);
    CHECK(present::line_cells(3, 1, remarks)[1].style == core::Style::error);
    CHECK(present::line_cells(5, 1, remarks)[0].style == core::Style::plain);
    CHECK(present::line_cells(5, 1, remarks)[1].style == core::Style::warning);
}
