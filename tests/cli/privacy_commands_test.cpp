// Retention, holds, access and erasure by commands.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "clausier/cli/usage.hpp"
#include "person_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using World = tests::PersonCommandWorld;
using tests::refusal;

TEST_CASE("a purge is shown before it is done, and holds keep names from it") {
    World world;
    const std::string gone = world.declare("Un");
    const std::string held = world.declare("Deux");
    for (const std::string& one : {gone, held}) world.document("personnes terminer", {{"--le", {"2024-11-21"}}}, {one});
    const auto hold = world.document(
        "rgpd geler",
        {{"--nature", {"financement"}}, {"--motif", {"convention FSE 2024-17"}}, {"--jusqu-au", {"2031-12-31"}}},
        {held});
    CHECK(hold.at("gels").at(0).at("jusqu_au").as_string() == "2031-12-31");
    const auto plan = world.document("rgpd purger", {{"--essai", {""}}});
    REQUIRE(plan.at("a_retirer").as_array().size() == 1);
    CHECK(plan.at("a_retirer").at(0).at("pseudonyme").as_string() == gone);
    CHECK(plan.at("geles").as_array().size() == 1);
    CHECK_THROWS_AS(world.document("rgpd purger", {}), cli::UsageError);
    CHECK(world.document("rgpd purger", {{"--oui", {""}}}).at("personnes").as_int64() == 1);
    CHECK(refusal([&] { world.document("personnes noms", {}, {gone}); }).kind() == core::ErrorKind::not_found);
    REQUIRE(world.document("rgpd gels", {}).at("gels").as_array().size() == 1);
    world.document("rgpd degeler", {}, {"1"});
    CHECK(world.document("rgpd gels", {}).at("gels").as_array().empty());
    CHECK(world.document("rgpd purger", {{"--oui", {""}}}).at("personnes").as_int64() == 1);
    CHECK(world.document("personnes liste", {}).at("personnes_total").as_int64() == 2);
}

TEST_CASE("a person is given all that is kept, on paper too, then erased") {
    World world;
    const std::string one = world.declare("Zqun");
    world.declare("zqun", "OPCS du Sud inventé");
    const std::string paper = (world.folder / "donnees.txt").string();
    const auto given = world.document("rgpd exporter", {{"--document", {paper}}}, {one});
    REQUIRE(given.at("fiches").as_array().size() == 2);
    CHECK(given.at("fiches").at(0).at("identite").at("prenom").as_string() == "Zqun");
    CHECK(given.at("fiches").at(0).at("travailleur_handicape").as_bool());
    CHECK(given.at("fiches").at(0).at("acces").as_array().size() == 2);
    std::ifstream in(paper);
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    CHECK(text.find("Zqun") != std::string::npos);
    CHECK(text.find("OPCS du Sud inventé") != std::string::npos);
    CHECK_THROWS_AS(world.document("rgpd effacer", {}, {one}), cli::UsageError);
    CHECK(world.document("rgpd effacer", {{"--oui", {""}}}, {one}).at("fiches").as_int64() == 2);
    CHECK(refusal([&] {
              world.document("rgpd effacer", {{"--oui", {""}}}, {one});
          }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("the register tells what is done, with the delays in force") {
    World world;
    const auto all = world.document("rgpd registre", {}).at("traitements");
    CHECK(all.as_array().size() >= 4);
    CHECK(all.at(0).at("conservation").as_string().find("24") == 0);
}
