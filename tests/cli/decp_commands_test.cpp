// « decp »: contracts exported, files checked.
#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>
#include <iterator>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

namespace {

std::string read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("incomplete contracts are left out of the file and written among the rejects") {
    CommandWorld world;
    const std::string base = world.base();
    const auto outcome = world.run(
        "decp exporter",
        {{"--base", {base}}, {"--sortie", {world.file("decp.json")}}, {"--rejets", {world.file("rejets.csv")}}});
    CHECK(outcome.written);
    CHECK(boost::json::parse(read(world.file("decp.json"))).at("marches").at("marche").as_array().empty());
    const std::string rejects = read(world.file("rejets.csv"));
    CHECK(rejects.starts_with("acheteur_id,acheteur_nom,marche,lot,objet,champ,faute,raison\r\n"));
    CHECK(rejects.find("Commune de Valbrume,2026-01,1,École des Tilleuls,offresRecues,decp_absent,") !=
          std::string::npos);
}

TEST_CASE("the name of the file tells its format when --format does not") {
    CommandWorld world;
    const std::string base = world.base();
    world.run("decp exporter", {{"--base", {base}}, {"--sortie", {world.file("d.xml")}}});
    CHECK(read(world.file("d.xml")).find("<marches>") != std::string::npos);
    world.run("decp exporter", {{"--base", {base}}, {"--format", {"ocds"}}, {"--sortie", {world.file("o.json")}}});
    const auto release = boost::json::parse(read(world.file("o.json"))).at("releases").at(0);
    CHECK(release.at("tender").at("lots").as_array().size() == 2);
    world.run("decp exporter", {{"--base", {base}}, {"--format", {"paquet"}}, {"--sortie", {world.file("paquet")}}});
    CHECK(std::filesystem::exists(world.folder / "paquet" / "datapackage.json"));
    world.run("decp exporter", {{"--base", {base}}, {"--sortie", {world.file("paquet.zip")}}});
    CHECK(read(world.file("paquet.zip")).starts_with("PK"));
    CHECK_THROWS_AS(world.run("decp exporter", {{"--base", {base}}, {"--format", {"paquet"}}}), cli::UsageError);
    CHECK_THROWS_AS(world.run("decp exporter", {{"--base", {base}}, {"--sortie", {world.file("d.pdf")}}}),
                    cli::UsageError);
    CHECK_FALSE(std::filesystem::exists(world.file("d.pdf")));
    CHECK_THROWS_AS(
        world.run("decp exporter", {{"--base", {base}}, {"--format", {"ocds"}}, {"--prefixe-ocds", {"OCDS"}}}),
        cli::UsageError);
}

TEST_CASE("a file is checked record by record, as it is written") {
    CommandWorld world;
    const std::string file = world.write(
        "faux.json", R"({"marches":{"marche":[{"id":"A1","acheteur":{"id":"21990001300015"},"offresRecues":"4"}]}})");
    const auto outcome = world.run("decp valider", {}, {file});
    CHECK(outcome.exit_code == cli::Exit::invalid_data);
    const auto& document = outcome.answer.document;
    CHECK(document.at("refuses").to_number<int>() == 1);
    CHECK(document.at("refus").at(0).at("id").as_string() == "A1");
    CHECK(document.at("refus").at(0).at("faute").as_string() == "decp_structure");
    CHECK_THROWS_AS(world.run("decp valider", {}, {world.write("t.csv", "a;b\n1;2\n")}), core::Error);
}
