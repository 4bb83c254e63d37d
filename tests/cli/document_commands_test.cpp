// « documents »: templates kept from files, documents written in the format of their name, and their trace.
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "app/enquiry_world.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/digest.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

namespace {

std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A base whose dossier 1 has one scenario.
std::string base_with_dossier(const CommandWorld& world) {
    const std::string file = world.file("b.sqlite");
    store::Database base(file);
    const app::Session session{world.clock, "test"};
    app::EnquiryDraft draft;
    draft.buyer.name = "Commune de Valbrume";
    draft.enquiry.purchase.object = "École des Tilleuls";
    draft.lots = {{{}, "1", "Peinture intérieure", "", "", core::Euros::whole(200'000), false}};
    const auto sheet = app::create_enquiry(session, base, draft);
    domain::Scenario scenario;
    scenario.name = "5 %";
    scenario.lots = {{sheet.lots.at(0).id, "insertion", {}, {}, {}, {}}};
    app::save_scenario(session, base, sheet.enquiry.id, scenario);
    return file;
}

}  // namespace

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

TEST_CASE("a document is written in the format of its name, the same bytes twice, with its trace") {
    CommandWorld world;
    const std::string base = base_with_dossier(world);
    const auto produce = [&](const std::string& name) {
        const std::string out = world.file(name);
        world.run("documents produire",
                  {{"--base", {base}}, {"--dossier", {"1"}}, {"--modele", {"ccap"}}, {"--sortie", {out}}});
        return bytes_of(out);
    };
    const std::string docx = produce("a.docx");
    CHECK(docx.starts_with("PK"));
    CHECK(produce("b.docx") == docx);
    CHECK(produce("c.odt").starts_with("PK"));
    CHECK(produce("d.html").find("École des Tilleuls") != std::string::npos);
    CHECK(produce("e.txt").find("Peinture intérieure") != std::string::npos);
    const auto history = world.run("documents historique", {{"--base", {base}}, {"--dossier", {"1"}}});
    const auto& made = history.answer.document.at("documents").as_array();
    REQUIRE(made.size() == 4);
    CHECK(made.at(3).at("empreinte").as_string() == core::sha256(docx));
    CHECK_THROWS_AS(produce("f.exe"), cli::UsageError);
    try {
        produce("g.pdf");
        FAIL("accepted");
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::unavailable);
    }
    CHECK_FALSE(std::filesystem::exists(world.file("g.pdf")));
    CHECK_THROWS_AS(world.run("documents produire", {{"--base", {base}}, {"--dossier", {"9"}}, {"--modele", {"ccap"}}}),
                    core::Error);
}
