// « structures » by the command line: added, changed, imported, undone.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "cli/command_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;

namespace {

struct World : tests::CommandWorld {
    boost::json::object ask(std::string_view path, std::map<std::string, std::vector<std::string>, std::less<>> options,
                            std::vector<std::string> positionals = {}) {
        options["--base"] = {file("b.sqlite")};
        return run(path, std::move(options), std::move(positionals)).answer.document.as_object();
    }
    boost::json::object add() {
        return ask("structures ajouter", {{"--type", {"ACI"}},
                                          {"--nom", {"Les Tilleuls"}},
                                          {"--siret", {"219 900 010 000 14"}},
                                          {"--convention", {"2025-01-01/2026-12-31"}}});
    }
};

}  // namespace

TEST_CASE("a structure is added, listed and changed by its options") {
    World world;
    CHECK(world.add().at("siret").as_string() == "21990001000014");
    const auto changed =
        world.ask("structures modifier",
                  {{"--siret", {"21990001000022"}}, {"--esus", {"/2027-12-31"}}, {"--convention", {"aucune"}}}, {"1"});
    CHECK(changed.at("sirets").as_array().size() == 2);
    REQUIRE(changed.at("agrements").as_array().size() == 1);
    CHECK(changed.at("esus").as_bool());
    CHECK(world.ask("structures liste", {{"--famille", {"insertion"}}}).at("structures_total").as_int64() == 1);
    CHECK(world.ask("structures liste", {{"--famille", {"handicap"}}}).at("structures").as_array().empty());
    CHECK(world.ask("structures voir", {}, {"1"}).at("agreee").as_string() == "réputée");
    CHECK(world.ask("structures contrats", {}).at("contrats").as_array().empty());
}

TEST_CASE("what is wrong names its option") {
    World world;
    world.add();
    CHECK(tests::refusal([&] {
              world.ask("structures modifier", {{"--siret", {"12"}}}, {"1"});
          })
              .issues()
              .at(0)
              .where == "option --siret");
    CHECK_THROWS_AS(world.ask("structures modifier", {{"--esus", {"2025"}}}, {"1"}), cli::UsageError);
    CHECK_THROWS_AS(world.ask("structures voir", {}, {"un"}), cli::UsageError);
    CHECK(tests::refusal([&] { world.ask("structures voir", {}, {"7"}); }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("a list is tried, imported, and the import undone once confirmed") {
    World world;
    const std::string list =
        world.write("liste.csv", "Société;Siret;Nature\nA;21990001000014;EI\nB;;EA\n;;\nC;12;EI\n");
    CHECK(tests::refusal([&] { world.ask("structures importer", {}, {list}); }).issues().at(0).text.find("--colonne") !=
          std::string::npos);
    const std::vector<std::string> column{"Société=nom"};
    const auto tried = world.ask("structures importer", {{"--colonne", column}, {"--essai", {"oui"}}}, {list});
    CHECK(tried.at("etat").as_string() == "essai");
    const auto done = world.ask("structures importer", {{"--colonne", column}}, {list});
    CHECK(done.at("creees").as_int64() == 2);
    CHECK(done.at("ecartees").as_int64() == 1);
    CHECK_THROWS_AS(world.ask("structures annuler-import", {}, {"1"}), cli::UsageError);
    CHECK(world.ask("structures annuler-import", {{"--oui", {"oui"}}}, {"1"}).at("etat").as_string() == "annulé");
    CHECK(world.ask("structures imports", {}).at("imports").as_array().size() == 1);
    CHECK_THROWS_AS(world.ask("structures importer", {{"--colonne", {"Société"}}}, {list}), cli::UsageError);
}
