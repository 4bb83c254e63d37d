// « imports decisions » and « imports modele »: what is decided is kept, listed, forgotten; the model is importable.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

TEST_CASE("a decision given once is applied, listed, used by the next import, and forgotten") {
    CommandWorld world;
    const std::string base = world.file("b.sqlite");
    const std::string csv =
        world.write("m.csv", "Acheteur;N° marché;Objet;Procédure;Montant HT\nCommune;A;Toit;MAPA 2;100\n");
    const auto tried = world.run("importer", {{"--base", {base}}, {"--essai", {"oui"}}}, {csv});
    const auto& open = tried.answer.document.at("valeurs_a_decider").as_array();
    REQUIRE(open.size() == 1);
    CHECK(open[0].at("propositions").as_array().at(0).at("code").as_string() == "Procédure adaptée");
    CHECK_THROWS_AS(world.run("importer", {{"--base", {base}}, {"--decision", {"procedure:MAPA 2=Troc"}}}, {csv}),
                    cli::UsageError);
    world.run("importer", {{"--base", {base}}, {"--decision", {"procedure:MAPA 2=Procédure adaptée"}}}, {csv});
    const auto again = world.run("importer", {{"--base", {base}}}, {csv});
    CHECK(again.answer.document.at("valeurs_a_decider").as_array().empty());
    CHECK(again.answer.document.at("marches_identiques").to_number<int>() == 1);
    const auto listed = world.run("imports decisions", {{"--base", {base}}});
    CHECK(listed.answer.document.at("decisions").as_array().size() == 1);
    const auto forgotten = world.run("imports decisions", {{"--base", {base}}, {"--oublier", {"procedure:mapa 2"}}});
    CHECK(forgotten.answer.document.at("decisions").as_array().empty());
    CHECK_THROWS_AS(world.run("imports decisions", {{"--base", {base}}, {"--oublier", {"procedure:mapa 2"}}}),
                    core::Error);
    CHECK_THROWS_AS(world.run("imports decisions", {{"--base", {base}}, {"--oublier", {"x"}}}), cli::UsageError);
}

TEST_CASE("a decision on a value that holds a colon or an equals sign is forgotten as it was taken") {
    CommandWorld world;
    const std::string base = world.file("b.sqlite");
    const std::string csv =
        world.write("m.csv", "Acheteur;N° marché;Objet;Procédure;Montant HT\nCommune;A;Toit;MAPA: n=2;100\n");
    world.run("importer", {{"--base", {base}}, {"--decision", {"procedure:MAPA: n=2=garder"}}}, {csv});
    const auto kept = world.run("imports decisions", {{"--base", {base}}});
    REQUIRE(kept.answer.document.at("decisions").as_array().size() == 1);
    CHECK(kept.answer.document.at("decisions").at(0).at("valeur").as_string() == "MAPA: n=2");
    const auto none = world.run("imports decisions", {{"--base", {base}}, {"--oublier", {"procedure:MAPA: n=2"}}});
    CHECK(none.answer.document.at("decisions").as_array().empty());
}

TEST_CASE("decisions of a base that does not exist are refused, and no base is made") {
    CommandWorld world;
    CHECK_THROWS_AS(world.run("imports decisions", {{"--base", {world.file("absente.sqlite")}}}), core::Error);
    CHECK_FALSE(std::filesystem::exists(world.file("absente.sqlite")));
}

TEST_CASE("the workbook to fill in is read without a question") {
    CommandWorld world;
    world.run("imports modele", {{"--sortie", {world.file("modele.xlsx")}}});
    const auto read = world.run("importer", {{"--base", {world.file("b.sqlite")}}}, {world.file("modele.xlsx")});
    CHECK(read.answer.document.at("lots").to_number<int>() == 2);
    CHECK(read.answer.document.at("avertissements").to_number<int>() == 0);
    CHECK(read.answer.document.at("colonnes_a_decider").as_array().empty());
    CHECK(read.answer.document.at("valeurs_a_decider").as_array().empty());
    CHECK_THROWS_AS(world.run("imports modele", {}), cli::UsageError);
}
