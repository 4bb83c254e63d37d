// « documents modele » and « documents variables »: templates kept from files.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "document_world.hpp"

using namespace clausier;
using tests::base_with_dossier;
using tests::bytes_of;
using tests::CommandWorld;

TEST_CASE("variables and templates are listed") {
    CommandWorld world;
    CHECK(world.run("documents variables", {}).answer.document.at("variables").as_array().size() > 60);
    const std::string base = base_with_dossier(world);
    CHECK(world.run("documents modeles", {{"--base", {base}}}).answer.document.at("modeles").as_array().size() == 6);
}

TEST_CASE("a template is checked, kept, read back and withdrawn") {
    CommandWorld world;
    const std::string base = base_with_dossier(world);
    const std::string bad = world.write("faux.md", "# Titre\n\n{{achteur}}\n");
    const auto checked = world.run("documents modele verifier", {}, {bad});
    CHECK(checked.exit_code == cli::Exit::invalid_data);
    CHECK(checked.answer.document.at("remarques").at(0).at("place").as_string() == "ligne 3, colonne 1");
    const std::string worse = world.write("pire.md", "# {{achteur\n\n<b>x</b> {{objte}}\n\n{{#lots}}\n");
    CHECK(world.run("documents modele verifier", {}, {worse}).answer.document.at("remarques").as_array().size() == 5);
    CHECK_THROWS_AS(world.run("documents modele enregistrer", {{"--base", {base}}, {"--modele", {"ccap"}}}, {bad}),
                    core::Error);
    const std::string good = world.write("juste.md", "# Clause de {{acheteur}}\n");
    CHECK(world.run("documents modele verifier", {}, {good}).exit_code == cli::Exit::ok);
    CHECK_THROWS_AS(world.run("documents modele enregistrer", {{"--base", {base}}}, {good}), cli::UsageError);
    world.run("documents modele enregistrer", {{"--base", {base}}, {"--modele", {"ccap"}}}, {good});
    CHECK_THROWS_AS(world.run("documents modele enregistrer",
                              {{"--base", {base}}, {"--modele", {"ccap"}}, {"--depuis-version", {"0"}}},
                              {world.write("autre.md", "# Autre\n")}),
                    core::Error);
    const std::string out = world.file("lu.md");
    world.run("documents modele voir", {{"--base", {base}}, {"--sortie", {out}}}, {"ccap"});
    CHECK(bytes_of(out) == "# Clause de {{acheteur}}\n");
    world.run("documents modele voir", {{"--base", {base}}, {"--sortie", {out}}, {"--version-du-modele", {"0"}}},
              {"ccap"});
    CHECK(bytes_of(out).starts_with("# Cahier"));
    CHECK_THROWS_AS(world.run("documents modele retirer", {{"--base", {base}}}, {"ccap"}), cli::UsageError);
    world.run("documents modele retirer", {{"--base", {base}}, {"--oui", {"oui"}}}, {"ccap"});
    CHECK_THROWS_AS(world.run("documents modele verifier", {}, {world.file("absent.md")}), core::Error);
}
