// Tasks, exchanges and contacts by commands, around the subject that one option names.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using World = tests::BaseCommandWorld;
using tests::refusal;
using Options = std::map<std::string, std::vector<std::string>, std::less<>>;

TEST_CASE("a task is added, ticked off, opened again and removed") {
    World world;
    const auto added = world.document("taches ajouter", {{"--marche", {"1"}}, {"--echeance", {"20/11/2026"}}},
                                      {"Rappeler l’acheteur"});
    CHECK(added.at("taches").at(0).at("echeance").as_string() == "2026-11-20");
    CHECK(added.at("taches").at(0).at("en_retard").as_bool());
    CHECK(world.document("taches terminer", {}, {"1"}).at("taches").at(0).at("faite_le").as_string() == "2026-11-21");
    CHECK(world.document("taches rouvrir", {}, {"1"}).at("taches").at(0).at("faite_le").is_null());
    CHECK_THROWS_AS(world.document("taches retirer", {}, {"1"}), cli::UsageError);
    CHECK(world.document("taches retirer", {{"--oui", {""}}}, {"1"}).at("taches").as_array().empty());
    CHECK(world.document("taches liste", {{"--marche", {"1"}}}).at("taches").as_array().empty());
    CHECK(refusal([&] { world.document("taches terminer", {}, {"1"}); }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("contacts and exchanges go together") {
    World world;
    world.document("contacts ajouter", {{"--organisation", {"1"}}, {"--telephone", {"01 99 00 12 34"}}}, {"Achats"});
    const auto changed = world.document("contacts modifier", {{"--fonction", {"Acheteuse"}}}, {"1"});
    CHECK(changed.at("contacts").at(0).at("fonction").as_string() == "Acheteuse");
    CHECK(changed.at("contacts").at(0).at("telephone").as_string() == "01 99 00 12 34");
    // The buyer's contacts are those of its lots too.
    CHECK(world.document("contacts liste", {{"--lot", {"1"}}}).at("contacts").at(0).at("nom").as_string() == "Achats");
    const auto exchanges = world.document(
        "echanges ajouter",
        {{"--lot", {"1"}}, {"--nature", {"visite"}}, {"--date", {"2026-11-24"}}, {"--contact", {"1"}}}, {"Chantier"});
    CHECK(exchanges.at("echanges").at(0).at("contact").as_string() == "Achats");
    CHECK(exchanges.at("echanges").at(0).at("a_venir").as_bool());
    world.document("contacts retirer", {{"--oui", {""}}}, {"1"});
    const auto left = world.document("echanges liste", {{"--lot", {"1"}}});
    CHECK(left.at("echanges").at(0).at("contact_id").is_null());
    CHECK(world.document("echanges retirer", {{"--oui", {""}}}, {"1"}).at("echanges").as_array().empty());
    // Without a date, an exchange is of today.
    const auto today = world.document("echanges ajouter", {{"--marche", {"1"}}}, {"Appel"});
    CHECK(today.at("echanges").at(0).at("date").as_string() == "2026-11-21");
    CHECK(today.at("echanges").at(0).at("nature").as_string() == "appel");
}

TEST_CASE("one subject is named, no more, no less") {
    World world;
    CHECK_THROWS_AS(world.document("taches liste", {}), cli::UsageError);
    CHECK_THROWS_AS(world.document("taches liste", {{"--marche", {"1"}}, {"--lot", {"1"}}}), cli::UsageError);
    CHECK_THROWS_AS(world.document("taches liste", {{"--marche", {"premier"}}}), cli::UsageError);
    CHECK_THROWS_AS(world.document("taches terminer", {}, {"première"}), cli::UsageError);
    for (const char* option : {"--marche", "--lot", "--dossier", "--organisation"})
        CHECK(refusal([&] {
                  world.document("taches liste", {{option, {"99"}}});
              }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("a fault of a field is told by its option") {
    World world;
    CHECK(refusal([&] {
              world.document("contacts ajouter", {{"--marche", {"1"}}, {"--courriel", {"personne"}}}, {"Achats"});
          })
              .issues()
              .front()
              .where == "option --courriel");
    CHECK(refusal([&] {
              world.document("taches ajouter", {{"--marche", {"1"}}, {"--echeance", {"demain"}}}, {"Rappeler"});
          })
              .issues()
              .front()
              .where == "option --echeance");
}
