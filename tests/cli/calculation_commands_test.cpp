// The « calcul » commands: the keys and figures other programs rely on.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

namespace {
std::string text(const cli::Outcome& outcome, std::string_view key) {
    return std::string(outcome.answer.document.at(key).as_string());
}
}  // namespace

TEST_CASE("every calculation answers with its agreed keys") {
    CommandWorld world;
    CHECK(
        text(world.run(
                 "calcul montant",
                 {{"--montant", {"1 000 000"}}, {"--part-mo", {"50"}}, {"--taux", {"5"}}, {"--cout-horaire", {"30"}}}),
             "heures") == "833.00");
    CHECK(text(world.run("calcul montant",
                         {{"--heures", {"833"}}, {"--part-mo", {"50"}}, {"--taux", {"5"}}, {"--cout-horaire", {"30"}}}),
               "montant") == "999600.00");
    CHECK(text(world.run("calcul effort", {{"--heures-totales", {"1000"}}, {"--taux", {"5"}}}), "heures") == "50.00");
    const auto takeover = world.run("calcul reprise", {{"--chiffre-affaires", {"480000"}},
                                                       {"--mois", {"48"}},
                                                       {"--heures-transferables", {"200"}},
                                                       {"--taux", {"50"}}});
    CHECK(text(takeover, "potentiel") == "50.00");
    CHECK(takeover.answer.document.at("clause_recommandee").as_bool());
    CHECK(text(world.run("calcul facture", {{"--montant-facture", {"120000"}},
                                            {"--seuil", {"50000"}},
                                            {"--tranche", {"1000"}},
                                            {"--mode", {"franchise"}}}),
               "heures") == "70.00");
    CHECK(text(world.run("calcul grille", {{"--grille", {"formation"}}, {"--montant", {"150000"}}}), "heures") ==
          "300.00");
    CHECK(text(world.run("calcul achat-inclusif", {{"--montant", {"100000"}}}), "emplois_an") == "2.25");
    CHECK(text(world.run("calcul etp", {{"--heures", {"1607"}}, {"--reference", {"1607"}}}), "etp") == "1.00");
    CHECK(text(world.run("calcul etp", {{"--heures", {"1820"}}, {"--reference", {"aci"}}}), "etp") == "1.00");
    CHECK(text(world.run("calcul penalite", {{"--dues", {"10"}}, {"--validees", {"4"}}, {"--par-heure", {"60"}}}),
               "penalite") == "360.00");
    CHECK(world.run("calcul repartir", {{"--total", {"833"}}, {"--parts", {"3,2,2"}}})
              .answer.document.at("parts")
              .as_array()
              .size() == 3);
    CHECK(world.run("calcul potentiel", {{"--structures", {"12"}}, {"--budget", {"1000"}}})
              .answer.document.at("dependance_pct")
              .is_null());
}

TEST_CASE("a wrong number of inputs is a fault of usage") {
    CommandWorld world;
    CHECK_THROWS_AS(world.run("calcul montant", {{"--montant", {"1000"}}}), cli::UsageError);
    CHECK_THROWS_AS(world.run("calcul effort", {{"--taux", {"5"}}}), cli::UsageError);
    CHECK_THROWS_AS(
        world.run("calcul penalite",
                  {{"--dues", {"10"}}, {"--validees", {"4"}}, {"--par-heure", {"60"}}, {"--jours-retard", {"3"}}}),
        cli::UsageError);
    CHECK_THROWS_AS(world.run("calcul etp", {{"--heures", {"10"}}}), cli::UsageError);
}
