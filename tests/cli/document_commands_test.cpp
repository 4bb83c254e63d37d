// « documents »: written in the format of their name, with their trace.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "clausier/core/digest.hpp"
#include "document_world.hpp"

using namespace clausier;
using tests::base_with_dossier;
using tests::bytes_of;
using tests::CommandWorld;

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
