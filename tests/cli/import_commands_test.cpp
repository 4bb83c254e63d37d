// « importer » and « imports »: tried, applied, reported, undone.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

namespace {
std::int64_t number(const cli::Outcome& outcome, std::string_view key) {
    return outcome.answer.document.at(key).to_number<std::int64_t>();
}
}  // namespace

TEST_CASE("a trial on a base that does not exist makes none") {
    CommandWorld world;
    const std::string csv = world.write("m.csv", "Objet;Montant HT\nÉcole;12 000\n");
    const auto tried = world.run(
        "importer",
        {{"--base", {world.file("b.sqlite")}}, {"--essai", {"oui"}}, {"--acheteur", {"Commune de Valbrume"}}}, {csv});
    CHECK(number(tried, "marches_nouveaux") == 1);
    CHECK(tried.answer.document.at("import").is_null());
    CHECK_FALSE(std::filesystem::exists(world.file("b.sqlite")));
}

TEST_CASE("counts always add up, and the annotated copy is written") {
    CommandWorld world;
    const std::string csv = world.write(
        "m.csv", "Titre;;\nAcheteur;Objet;Montant HT\nCommune;École;12 000\n;Sans acheteur;5\nTOTAL;;12 005\n");
    const auto done = world.run(
        "importer",
        {{"--base", {world.file("b.sqlite")}}, {"--rapport", {world.file("r.xlsx")}}, {"--acheteur", {"Commune"}}},
        {csv});
    CHECK(number(done, "lignes_lues") ==
          number(done, "lignes_retenues") + number(done, "lignes_ignorees") + number(done, "lignes_rejetees"));
    CHECK(number(done, "lignes_lues") == 4);
    CHECK(std::filesystem::exists(world.file("r.xlsx")));
}

TEST_CASE("an import is listed and undone, once") {
    CommandWorld world;
    const std::string base = world.base();
    CHECK(world.run("imports liste", {{"--base", {base}}}).answer.document.at("imports").as_array().size() == 1);
    CHECK_THROWS_AS(world.run("imports annuler", {{"--base", {base}}}, {"1"}), cli::UsageError);
    CHECK_NOTHROW(world.run("imports annuler", {{"--base", {base}}, {"--oui", {"oui"}}}, {"1"}));
    CHECK(number(world.run("marches liste", {{"--base", {base}}}), "marches_total") == 0);
    CHECK_THROWS_AS(world.run("imports annuler", {{"--base", {base}}, {"--oui", {"oui"}}}, {"1"}), core::Error);
    CHECK_THROWS_AS(world.run("imports annuler", {{"--base", {base}}, {"--oui", {"oui"}}}, {"x"}), cli::UsageError);
}

TEST_CASE("the original of an import is kept beside the base, once") {
    CommandWorld world;
    const std::string base = world.base();
    world.run("importer", {{"--base", {base}}}, {world.file("marches.csv")});
    std::size_t kept = 0;
    for (const auto& entry : std::filesystem::directory_iterator(base + ".pieces"))
        kept += entry.file_size() == std::filesystem::file_size(world.file("marches.csv"));
    CHECK(kept == 1);
}

TEST_CASE("a file that cannot be read makes no base") {
    CommandWorld world;
    CHECK_THROWS_AS(world.run("importer", {{"--base", {world.file("b.sqlite")}}}, {world.file("absent.xlsx")}),
                    core::Error);
    CHECK_THROWS_AS(world.run("importer", {{"--base", {world.file("b.sqlite")}}}, {world.write("vide.csv", "")}),
                    core::Error);
    CHECK_FALSE(std::filesystem::exists(world.file("b.sqlite")));
}

TEST_CASE("a file without buyer asks for one: without a terminal, by the option") {
    CommandWorld world;
    const std::string csv = world.write("m.csv", "Objet;Montant HT\nÉcole;12 000\n");
    CHECK_THROWS_AS(world.run("importer", {{"--base", {world.file("b.sqlite")}}}, {csv}), core::Error);
}
