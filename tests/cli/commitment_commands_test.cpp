// What is owed and what surrounds it, by commands.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "execution_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using World = tests::ExecutionCommandWorld;
using tests::refusal;

TEST_CASE("a commitment grows line by line, and tells what makes it due") {
    World world;
    world.owes("1", "200");
    const auto grown = world.document("engagements version",
                                      {{"--nature", {"offre"}},
                                       {"--quantite", {"240"}},
                                       {"--depuis", {"2026-03-01"}},
                                       {"--reference", {"mémoire technique"}}},
                                      {"1"});
    CHECK(grown.at("du").as_string() == "240.00");
    CHECK(grown.at("versions").as_array().size() == 2);
    CHECK(world.document("engagements voir", {}, {"1"}) == grown);
    const auto faulty = refusal([&] {
        world.document("engagements version", {{"--nature", {"avenant"}}, {"--quantite", {"260"}}}, {"1"});
    });
    CHECK(std::any_of(faulty.issues().begin(), faulty.issues().end(),
                      [](const core::Issue& issue) { return issue.where == "option --motif"; }));
    CHECK(refusal([&] {
              world.document("engagements version", {{"--quantite", {"9"}}, {"--revision", {"1"}}}, {"1"});
          }).kind() == core::ErrorKind::conflict);
    CHECK(refusal([&] { world.document("engagements voir", {}, {"7"}); }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("the report of a lot follows its order, its stoppage and its sub-goal") {
    World world;
    world.owes("1", "200");
    CHECK(world.document("bilan lot", {}, {"1"}).at("etat").as_string() == "attribue");
    world.document("engagements ajouter",
                   {{"--quantite", {"20"}},
                    {"--objectif", {"qpv"}},
                    {"--part", {"10"}},
                    {"--part-de", {"1"}},
                    {"--depuis", {"2026-03-01"}}},
                   {"1"});
    world.document("lots ordre", {{"--le", {"2026-04-01"}}}, {"1"});
    CHECK(world.document("lots arret", {{"--du", {"2026-11-01"}}, {"--motif", {"intempéries"}}}, {"1"})
              .at("etat")
              .as_string() == "suspendu");
    const auto back = world.document("lots arret", {{"--au", {"2026-11-15"}}}, {"1"});
    CHECK(back.at("etat").as_string() == "en_cours");
    CHECK(back.at("arrets").at(0).at("au").as_string() == "2026-11-15");
    CHECK(back.at("engagements").as_array().size() == 2);
    CHECK_THROWS_AS(world.document("lots arret", {{"--au", {"2026-11-16"}}}, {"1"}), cli::UsageError);
}

TEST_CASE("a surplus goes to another lot by written agreement, and a certificate keeps its figures") {
    World world;
    world.owes("1", "50");
    world.owes("2", "100");
    world.opens();
    world.declares("2026-05", "80");
    world.document("heures valider", {}, {"1"});
    const auto ceded = world.document("engagements ceder",
                                      {{"--vers", {"2"}},
                                       {"--quantite", {"30"}},
                                       {"--depuis", {"2026-06-01"}},
                                       {"--convenu-le", {"2026-05-20"}},
                                       {"--reference", {"accord 3"}},
                                       {"--motif", {"excédent"}}},
                                      {"1"});
    CHECK(ceded.at("du").as_string() == "70.00");
    const auto certified =
        world.document("lots attester", {{"--jusqu-au", {"2026-06-30"}}, {"--reference", {"ATT-1"}}}, {"1"});
    CHECK(certified.at("attestations").at(0).at("valide").as_string() == "80.00");
    CHECK(refusal([&] {
              world.document("heures renvoyer", {{"--motif", {"erreur"}}}, {"1"});
          }).kind() == core::ErrorKind::conflict);
}
