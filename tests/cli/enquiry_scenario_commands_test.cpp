// Scenarios by commands.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "enquiry_command_world.hpp"

using namespace clausier;
using World = tests::EnquiryCommandWorld;
using tests::refusal;

TEST_CASE("scenarios stand side by side, by name or number") {
    World world;
    world.create();
    world.ask("dossiers scenario ajouter",
              {{"--nom", {"5 %"}}, {"--clause", {"1=insertion", "2=none"}}, {"--heures", {"1=210"}}}, {"1"});
    world.ask("dossiers scenario copier", {{"--nom", {"10 %"}}}, {"1", "5 %"});
    const auto both = world.ask("dossiers scenario modifier", {{"--taux", {"10"}}, {"--heures", {"1="}}}, {"1", "2"});
    CHECK(both.at("scenarios").as_array().size() == 2);
    const auto side = world.ask("dossiers scenarios", {}, {"1"});
    CHECK(side.at("scenarios").at(0).at("heures").as_string() == "210.00");
    CHECK(side.at("scenarios").at(1).at("heures").as_string() == "398.00");
    CHECK(world.ask("dossiers scenarios", {}, {"1", "10 %"}).at("nom").as_string() == "10 %");
    CHECK(world.ask("dossiers scenario retirer", {}, {"1", "10 %"}).at("scenarios").as_array().size() == 1);
    const auto bad = refusal([&] {
        world.ask("dossiers scenario modifier", {{"--clause", {"2=magie"}}, {"--taux-lot", {"1=0"}}}, {"1", "5 %"});
    });
    CHECK(bad.issues().at(0).where == "option --taux-lot, lot de rang 1");
    CHECK(bad.issues().at(1).where == "option --clause, lot de rang 2");
    CHECK(refusal([&] {
              world.ask("dossiers scenario choisir", {}, {"1", "7 %"});
          }).kind() == core::ErrorKind::not_found);
    CHECK_THROWS_AS(world.ask("dossiers scenario modifier", {{"--heures", {"210"}}}, {"1", "5 %"}), cli::UsageError);
    CHECK_THROWS_AS(world.ask("dossiers scenario modifier", {{"--heures", {"1=peu"}}}, {"1", "5 %"}), cli::UsageError);
}
