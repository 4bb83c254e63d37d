// Offers by commands, until the dossier is a market.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "enquiry_command_world.hpp"

using namespace clausier;
using World = tests::EnquiryCommandWorld;
using tests::refusal;

TEST_CASE("offers are marked, one is kept a lot, and the dossier becomes a market") {
    World world;
    world.recommend();
    world.ask("dossiers etape", {}, {"1", "accepte"});
    world.ask("dossiers modifier", {{"--date-consultation", {"2026-11-16"}}, {"--date-reponses", {"2027-01-15"}}},
              {"1"});
    CHECK(refusal([&] {
              world.ask("dossiers etape", {}, {"1", "en_consultation"});
          })
              .issues()
              .at(0)
              .where == "dossiers grille");
    world.ask("dossiers grille", {{"--poids", {"10"}}, {"--critere", {"Heures;60", "Encadrement;40;Un tuteur nommé"}}},
              {"1"});
    world.ask("dossiers etape", {}, {"1", "en_consultation"});
    const auto offers = world.ask("dossiers offre ajouter",
                                  {{"--entreprise", {"Bâtisseurs du Haut-Val"}},
                                   {"--siret", {"99900001000019"}},
                                   {"--montant", {"187 000"}},
                                   {"--heures", {"250"}},
                                   {"--note", {"1=8", "2=6,5;Un tuteur à mi-temps"}}},
                                  {"1", "1"});
    CHECK(offers.at("offres").at(0).at("note").as_string() == "7.40");
    CHECK(offers.at("offres").at(0).at("heures_engagees").as_string() == "250.00");
    world.ask("dossiers etape", {}, {"1", "offres_analysees"});
    const auto lacking = refusal([&] { world.ask("dossiers attribuer", {}, {"1"}); });
    CHECK(lacking.issues().at(0).where == "dossiers offre retenir");
    CHECK(lacking.issues().at(0).text.find("pour le lot 1") != std::string::npos);
    world.ask("dossiers offre retenir", {}, {"1", "1"});
    world.ask("dossiers lot modifier", {{"--sans-suite", {"oui"}}}, {"1", "2"});
    const auto awarded = world.ask("dossiers attribuer", {{"--reference", {"2027-003"}}}, {"1"});
    CHECK(awarded.at("etat").as_string() == "attribue");
    const auto market = world.ask("marches voir", {}, {"2027-003"});
    CHECK(market.at("lots").at(0).at("heures").as_string() == "250.00");
    CHECK(market.at("lots").at(0).at("titulaires").as_array().size() == 1);
    CHECK(world.ask("dossiers ratio", {}).at("clauses_total").as_int64() == 1);
    CHECK(world.ask("dossiers liste", {{"--marche", {"1"}}}).at("dossiers_total").as_int64() == 1);
}

TEST_CASE("an offer is changed, its marks taken back, and the analysis is a workbook") {
    World world;
    world.create();
    world.ask("dossiers grille", {{"--critere", {"Heures;100"}}, {"--poids", {"20"}}}, {"1"});
    world.ask("dossiers offre ajouter", {{"--entreprise", {"Menuiserie du Lac"}}, {"--note", {"1=9"}}}, {"1", "1"});
    const auto back = world.ask("dossiers offre modifier", {{"--note", {"1="}}, {"--montant", {"5 000"}}}, {"1", "1"});
    CHECK(back.at("offres").at(0).at("note").is_null());
    CHECK(back.at("offres").at(0).at("montant").as_string() == "5000.00");
    CHECK_THROWS_AS(world.ask("dossiers offre modifier", {{"--note", {"2=9"}}}, {"1", "1"}), cli::UsageError);
    CHECK_THROWS_AS(world.ask("dossiers grille", {{"--critere", {"Heures"}}}, {"1"}), cli::UsageError);
    const auto grid = refusal([&] { world.ask("dossiers grille", {{"--critere", {"Heures;60"}}}, {"1"}); });
    CHECK(grid.issues().at(0).where == "option --critere n° 1, poids");
    const std::string workbook = world.file("analyse.xlsx");
    world.ask("dossiers offres", {{"--sortie", {workbook}}}, {"1"});
    CHECK(std::filesystem::file_size(workbook) > 0);
    CHECK(world.ask("dossiers offre retirer", {}, {"1", "1"}).at("offres").as_array().empty());
}

TEST_CASE("a clause of several forms is asked for at the award, and given lot by lot or for all") {
    World world;
    world.create();
    world.ask("dossiers scenario ajouter", {{"--nom", {"Formation"}}, {"--clause", {"tous=none", "1=training"}}},
              {"1"});
    world.ask("dossiers scenario choisir", {}, {"1", "Formation"});
    world.ask("dossiers etape", {}, {"1", "preconise"});
    world.ask("dossiers etape", {}, {"1", "accepte"});
    world.ask("dossiers modifier", {{"--date-consultation", {"2026-11-16"}}, {"--date-reponses", {"2027-01-15"}}},
              {"1"});
    world.ask("dossiers etape", {}, {"1", "en_consultation"});
    world.ask("dossiers offre ajouter", {{"--entreprise", {"Menuiserie du Lac"}}, {"--montant", {"5 000"}}},
              {"1", "1"});
    world.ask("dossiers offre retenir", {}, {"1", "1"});
    world.ask("dossiers etape", {}, {"1", "offres_analysees"});
    const auto unsaid = refusal([&] { world.ask("dossiers attribuer", {}, {"1"}); });
    CHECK(unsaid.issues().at(0).where == "option --forme");
    CHECK_THROWS_AS(world.ask("dossiers attribuer", {{"--forme", {"1=lune"}}}, {"1"}), cli::UsageError);
    CHECK_THROWS_AS(world.ask("dossiers attribuer", {{"--forme", {"critere"}}}, {"1"}), cli::UsageError);
    world.ask("dossiers attribuer", {{"--reference", {"2027-004"}}, {"--forme", {"tous=critere"}}}, {"1"});
    const auto market = world.ask("marches voir", {}, {"2027-004"});
    CHECK(market.at("considerations_sociales").as_string() == "Critère social");
}
