// A month of hours, by commands: declared, given back, validated, corrected.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "execution_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using World = tests::ExecutionCommandWorld;
using tests::refusal;

TEST_CASE("a month is declared, given back, declared again and validated; the list follows") {
    World world;
    world.owes("1", "200");
    world.opens();
    const auto sent = world.declares("2026-05", "60,5");
    CHECK(sent.at("etat").as_string() == "transmis");
    CHECK(sent.at("heures").as_string() == "60.50");
    CHECK(world.declares("2026-05", "60,5") == sent);
    const auto given_back = world.document("heures renvoyer", {{"--motif", {"la feuille dit 50 h"}}}, {"1"});
    CHECK(given_back.at("etat").as_string() == "a_corriger");
    CHECK(given_back.at("motif").as_string() == "la feuille dit 50 h");
    world.declares("2026-05", "50");
    world.declares("2026-06", "70");
    CHECK(world.document("heures liste", {{"--en-attente", {""}}}).at("heures").as_string() == "120.00");
    const auto all = world.document("heures valider", {}, {"1", "2"});
    CHECK(all.at("releves").as_array().size() == 2);
    CHECK(world.document("heures liste", {{"--etat", {"valide"}}, {"--mois", {"2026-06"}}}).at("heures").as_string() ==
          "70.00");
    CHECK(world.document("bilan lot", {}, {"1"}).at("valide").as_string() == "120.00");
    CHECK(world.document("heures voir", {}, {"2"}).at("lignes").at(0).at("compte").as_string() == "compte");
}

TEST_CASE("on an old reading nothing is decided, and both states are told") {
    World world;
    world.opens();
    world.declares("2026-05", "60");
    world.document("heures refuser", {{"--motif", {"en double"}}, {"--revision", {"1"}}}, {"1"});
    const auto error = refusal([&] { world.document("heures valider", {{"--revision", {"1"}}}, {"1"}); });
    CHECK(error.kind() == core::ErrorKind::conflict);
    CHECK(error.issues().at(0).text.find("rejeté") != std::string::npos);
    CHECK(error.issues().at(0).text.find("validé") != std::string::npos);
    CHECK_THROWS_AS(world.document("heures valider", {{"--revision", {"1"}}}, {"1", "2"}), cli::UsageError);
    CHECK(refusal([&] { world.document("heures valider", {}, {"9"}); }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("hours kept without being sent are sent later, and a validated month is corrected by a reverse entry") {
    World world;
    world.owes("1", "200");
    world.opens();
    world.document("heures declarer",
                   {{"--mois", {"2026-05"}}, {"--travaillees", {"80"}}, {"--sans-transmettre", {""}}}, {"1"});
    CHECK(world.document("heures transmettre", {}, {"1"}).at("etat").as_string() == "transmis");
    world.document("heures controler", {}, {"1"});
    world.document("heures valider", {}, {"1"});
    CHECK(refusal([&] {
              world.document("heures corriger", {{"--travaillees", {"60"}}}, {"1"});
          })
              .issues()
              .at(0)
              .where == "option --motif");
    const auto right =
        world.document("heures corriger", {{"--motif", {"erreur de saisie"}}, {"--travaillees", {"60"}}}, {"1"});
    CHECK(right.at("heures").as_string() == "60.00");
    CHECK(right.at("etat").as_string() == "transmis");
    CHECK(world.document("bilan lot", {}, {"1"}).at("valide").as_string() == "0.00");
    world.document("heures valider", {}, {"3"});
    CHECK(world.document("bilan lot", {}, {"1"}).at("valide").as_string() == "60.00");
    CHECK(refusal([&] { world.declares("2026-12", "5"); }).issues().at(0).where == "option --mois");
}
