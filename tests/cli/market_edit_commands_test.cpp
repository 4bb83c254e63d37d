// Markets and lots made and changed by commands, faults told by option.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using tests::CommandWorld;
using tests::refusal;

TEST_CASE("a market is made with its lots, and its hours are shown as calculated") {
    CommandWorld world;
    const std::string base = world.file("neuve.sqlite");
    const auto made = world.run("marches creer", {{"--base", {base}},
                                                  {"--acheteur", {"Commune de Valbrume"}},
                                                  {"--objet", {"École"}},
                                                  {"--reference", {"2026-07"}},
                                                  {"--considerations", {"clause sociale"}},
                                                  {"--lot", {"1;Peinture intérieure;200 000", "2;Étude;;50;5;30"}}});
    const auto& lots = made.answer.document.at("lots").as_array();
    CHECK(made.answer.document.at("considerations_sociales").as_string() == "Clause sociale");
    CHECK(lots.at(0).at("montant_estime").as_string() == "200000.00");
    CHECK(lots.at(0).at("heures_calculees").as_string() == "199.00");
    CHECK(lots.at(1).at("part_mo").as_string() == "50.00");
    const auto again = refusal([&] {
        world.run("marches creer", {{"--base", {base}},
                                    {"--acheteur", {"Commune de Valbrume"}},
                                    {"--objet", {"École"}},
                                    {"--reference", {"2026-07"}},
                                    {"--lot", {"1;x;1"}}});
    });
    CHECK(again.kind() == core::ErrorKind::conflict);
    CHECK(again.issues().front().where == "option --reference");
}

TEST_CASE("a lot that cannot be read is a fault of the option") {
    CommandWorld world;
    for (const char* lot : {"1;Peinture", "1;Peinture;cher"})
        CHECK_THROWS_AS(
            world.run(
                "marches creer",
                {{"--base", {world.file("n.sqlite")}}, {"--acheteur", {"A"}}, {"--objet", {"B"}}, {"--lot", {lot}}}),
            cli::UsageError);
}

TEST_CASE("a market is changed, and one value emptied") {
    CommandWorld world;
    const std::string base = world.base();
    const auto changed = world.run(
        "marches modifier", {{"--base", {base}}, {"--objet", {"Groupe scolaire"}}, {"--vider", {"date-notification"}}},
        {"2026-01"});
    CHECK(changed.answer.document.at("objet").as_string() == "Groupe scolaire");
    CHECK(changed.answer.document.at("date_notification").is_null());
    CHECK_THROWS_AS(world.run("marches modifier", {{"--base", {base}}, {"--vider", {"tout"}}}, {"2026-01"}),
                    cli::UsageError);
    const auto bad = refusal([&] {
        world.run("marches modifier", {{"--base", {base}}, {"--cpv", {"452"}}}, {"2026-01"});
    });
    CHECK(bad.issues().front().where == "option --cpv");
}

TEST_CASE("a lot is seen, its calculation kept, then changed") {
    CommandWorld world;
    const std::string base = world.base();
    const auto seen = world.run("lots voir", {{"--base", {base}}, {"--enregistrer", {""}}}, {"1"});
    CHECK(seen.answer.document.at("calcul").at("heures").as_string() == "199.00");
    CHECK(seen.answer.document.at("calculs_enregistres").as_array().size() == 1);
    const auto changed =
        world.run("lots modifier", {{"--base", {base}}, {"--montant", {"100 000"}}, {"--heures", {"90"}}}, {"1"});
    CHECK(changed.answer.document.at("montant").as_string() == "100000.00");
    const auto after = world.run("lots voir", {{"--base", {base}}}, {"1"});
    CHECK(after.answer.document.at("calculs_enregistres").as_array().at(0).at("lot_change").as_bool());
    const auto bad = refusal([&] {
        world.run("lots modifier", {{"--base", {base}}, {"--cout-horaire", {"0"}}}, {"1"});
    });
    CHECK(bad.issues().front().where == "option --cout-horaire");
    CHECK_THROWS_AS(world.run("lots voir", {{"--base", {base}}}, {"premier"}), cli::UsageError);
    CHECK(refusal([&] { world.run("lots voir", {{"--base", {base}}}, {"99"}); }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("markets are chosen by sector, consideration, amount, hours and holder") {
    CommandWorld world;
    const std::string base = world.base();
    const auto count = [&](const char* option, const char* value) {
        return world.run("marches liste", {{"--base", {base}}, {option, {value}}})
            .answer.document.at("marches_total")
            .to_number<int>();
    };
    CHECK(count("--consideration", "non_renseignee") == 1);
    CHECK(count("--consideration", "aucune") == 0);
    CHECK(count("--montant-min", "200 000") == 1);
    CHECK(count("--montant-max", "199 999") == 0);
    CHECK(count("--heures-dues", "non") == 1);
    CHECK(count("--secteur", "services") == 0);
    CHECK(count("--texte", "gros oeuvre") == 1);
    CHECK_THROWS_AS(count("--titulaire", "Inconnus"), core::Error);
}
