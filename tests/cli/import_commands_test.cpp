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

TEST_CASE("essential data that break off are refused with the option that keeps what precedes, which then imports it") {
    CommandWorld world;
    const std::string broken = world.write(
        "d.json",
        R"([{"id":"1","acheteur":{"id":"21000000000011"},"objet":"École","montant":10},{"id":"2","objet":"a"b"}])");
    try {
        world.run("importer", {{"--base", {world.file("b.sqlite")}}}, {broken});
        FAIL("accepted");
    } catch (const core::Error& error) {
        REQUIRE(error.issues().size() == 2);
        CHECK(error.issues()[0].where.find("ligne 1, colonne") != std::string::npos);
        CHECK(error.issues()[1].where == "option --partiel");
    }
    CHECK_FALSE(std::filesystem::exists(world.file("b.sqlite")));
    const auto kept = world.run("importer", {{"--base", {world.file("b.sqlite")}}, {"--partiel", {"oui"}}}, {broken});
    CHECK(number(kept, "marches_nouveaux") == 1);
}

TEST_CASE("several files of essential data are imported one after the other, one that is refused stops none") {
    CommandWorld world;
    const std::string json = world.write(
        "d.json", R"({"marches":[{"id":"1","acheteur":{"id":"21000000000011"},"objet":"École","montant":10}]})");
    const std::string xml = world.write("d.xml",
                                        "<marches><marche><id>2</id><acheteur><id>21000000000011</id></acheteur>"
                                        "<objet>Toit</objet><montant>20</montant></marche></marches>");
    const std::string bad = world.write("bad.json", "[{");
    const std::string base = world.file("b.sqlite");
    const auto done = world.run("decp importer", {{"--base", {base}}}, {json, bad, xml});
    CHECK(done.answer.document.at("imports").as_array().size() == 2);
    const auto tried = world.run("decp importer", {{"--base", {base}}, {"--essai", {"oui"}}}, {json, xml});
    CHECK(tried.answer.document.at("imports").at(0).at("etat").as_string() == "essai");
    CHECK(tried.answer.document.at("imports").at(0).at("import").is_null());
    CHECK(done.exit_code == cli::Exit::invalid_data);
    REQUIRE(done.answer.remarks.size() == 1);
    CHECK(done.answer.remarks[0].where.find("bad.json") != std::string::npos);
    CHECK(number(world.run("marches liste", {{"--base", {base}}}), "marches_total") == 2);
    CHECK(number(world.run("decp importer", {{"--base", {base}}}, {xml}), "marches_identiques") == 1);
    CHECK_THROWS_AS(world.run("decp importer", {{"--base", {base}}}, {bad}), core::Error);
}
