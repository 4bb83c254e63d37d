// « dossiers note »: read on the terminal, or written in the format of the name.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "document_world.hpp"

using namespace clausier;
using tests::CommandWorld;

TEST_CASE("the note of a dossier is answered, or written where it is asked") {
    CommandWorld world;
    const std::string base = tests::base_with_dossier(world);
    const auto note = [&](std::map<std::string, std::vector<std::string>, std::less<>> options, const char* dossier) {
        options["--base"] = {base};
        return world.run("dossiers note", std::move(options), {dossier});
    };
    CHECK(note({}, "1").answer.document.at("objet").as_string() == "École des Tilleuls");
    const std::string file = world.file("note.docx");
    note({{"--sortie", {file}}}, "1");
    CHECK(tests::bytes_of(file).starts_with("PK"));
    CHECK_THROWS_AS(note({{"--sortie", {world.file("note.doc")}}}, "1"), cli::UsageError);
    CHECK_FALSE(std::filesystem::exists(world.file("note.doc")));
    CHECK_THROWS_AS(note({}, "9"), core::Error);
    CHECK_THROWS_AS(note({{"--scenario", {"9"}}}, "1"), core::Error);
}
