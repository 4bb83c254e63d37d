// People by commands: names come from files only, and leave by « personnes noms » only.
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/output.hpp"
#include "clausier/cli/usage.hpp"
#include "person_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using World = tests::PersonCommandWorld;
using tests::refusal;

TEST_CASE("a person is declared from a file, listed by pseudonym, named when asked for") {
    World world;
    const std::string one = world.declare("Zqun");
    for (const char* path : {"personnes liste", "personnes montrer"}) {
        const auto outcome = world.run(
            path, {{"--base", {world.BaseCommandWorld::file}}},
            std::string(path) == "personnes liste" ? std::vector<std::string>{} : std::vector<std::string>{one});
        for (const cli::Format format : {cli::Format::json, cli::Format::csv, cli::Format::table}) {
            const std::string text = cli::render(outcome.answer, format, false);
            CHECK(text.find(one) != std::string::npos);
            CHECK(text.find("Zqun") == std::string::npos);
            CHECK(text.find("1990") == std::string::npos);
            CHECK(text.find("rqth") == std::string::npos);
        }
    }
    const auto names = world.document("personnes noms", {}, {one});
    CHECK(names.at("prenom").as_string() == "Zqun");
    CHECK_FALSE(names.as_object().contains("rqth"));
    CHECK(world.document("personnes noms", {{"--rqth", {""}}}, {one}).at("rqth").as_bool());
    CHECK(refusal([&] { world.document("personnes noms", {}, {"P-2222-00"}); }).kind() == core::ErrorKind::invalid);
}

TEST_CASE("the same person is recognised, proposed and merged") {
    World world;
    const std::string one = world.declare("Zqun");
    const std::string two = world.declare("ZQUN");
    CHECK(world.document("personnes liste", {}).at("personnes").at(0).at("doublons").as_int64() == 1);
    const auto proposed = world.document("personnes propositions", {}).at("propositions");
    REQUIRE(proposed.as_array().size() == 1);
    CHECK(proposed.at(0).at("ancienne").as_string() == one);
    const auto found = world.document(
        "personnes chercher", {},
        {world.write("q.csv", "nom;prenom;naissance\nPERSONNE;Zq-un;1990-02-28\nPersonne;zqun;1990-02-28\n")});
    REQUIRE(found.at("personnes").as_array().size() == 2);
    CHECK(found.at("personnes").at(0).at("ligne").as_int64() == 3);
    CHECK_THROWS_AS(world.document("personnes fusionner", {{"--dans", {one}}}, {two}), cli::UsageError);
    const auto kept = world.document("personnes fusionner", {{"--dans", {one}}, {"--oui", {""}}}, {two});
    CHECK(kept.at("pseudonyme").as_string() == one);
    CHECK(world.document("personnes liste", {}).at("personnes").as_array().size() == 1);
    CHECK(world.document("personnes liste", {{"--reunies", {""}}}).at("personnes").as_array().size() == 2);
}

TEST_CASE("a path ends and goes on, and a person changes OPCS") {
    World world;
    const std::string one = world.declare("Un");
    CHECK_THROWS_AS(world.document("personnes terminer", {}, {one}), cli::UsageError);
    const auto ended = world.document("personnes terminer", {{"--le", {"31/10/2026"}}}, {one});
    CHECK(ended.at("retrait_prevu_le").as_string() == "2028-10-31");
    CHECK(world.document("personnes terminer", {{"--reprendre", {""}}}, {one}).at("retrait_prevu_le").is_null());
    CHECK(refusal([&] {
              world.document("personnes terminer", {{"--le", {"2026-12-01"}}}, {one});
          }).kind() == core::ErrorKind::invalid);
    const auto moved =
        world.document("personnes transferer", {{"--vers", {"OPCS du Sud inventé"}}, {"--oui", {""}}}, {one});
    CHECK(moved.at("opcs").as_string() == "OPCS du Sud inventé");
    CHECK(moved.at("transferts").as_array().size() == 1);
}

TEST_CASE("a file with a fault declares nobody") {
    World world;
    const auto refused = refusal([&] {
        world.document(
            "personnes creer", {{"--opcs", {"OPCS du Nord inventé"}}},
            {world.write("deux.csv", "nom;prenom;naissance\nPersonne;Un;1990-02-28\nPersonne;;1991-01-01\n")});
    });
    CHECK(refused.issues().front().where == "2.prenom");
    CHECK(world.document("personnes liste", {}).at("personnes").as_array().empty());
    CHECK(refusal([&] {
              world.document("personnes creer", {{"--opcs", {"1"}}}, {"/nulle/part.csv"});
          }).kind() == core::ErrorKind::not_found);
}
