// A dossier's whole life by commands, and their faults told by option.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

namespace {

using Options = std::map<std::string, std::vector<std::string>, std::less<>>;

core::Error refusal(const std::function<void()>& action) {
    try {
        action();
    } catch (const core::Error& error) {
        return error;
    }
    throw std::runtime_error("the action was not refused");
}

struct World : CommandWorld {
    std::string base_file = file("dossiers.sqlite");

    // The document that the command answers.
    boost::json::value ask(std::string_view path, Options options, std::vector<std::string> positionals = {}) {
        options["--base"] = {base_file};
        return run(path, std::move(options), std::move(positionals)).answer.document;
    }
    void create() {
        ask("dossiers creer", {{"--acheteur", {"Région des Hautes-Terres"}},
                               {"--objet", {"Lycée des Tilleuls"}},
                               {"--public", {"minimum_income"}},
                               {"--date-question", {"2026-11-30"}},
                               {"--lot", {"1;Peinture intérieure;200 000", "2;Nettoyage de chantier"}}});
    }
    void recommend() {
        create();
        ask("dossiers scenario ajouter", {{"--nom", {"5 %"}}, {"--clause", {"tous=none", "1=insertion_and_criterion"}}},
            {"1"});
        ask("dossiers scenario choisir", {}, {"1", "5 %"});
        ask("dossiers etape", {{"--note", {"Note envoyée"}}}, {"1", "preconise"});
    }
};

}  // namespace

TEST_CASE("a dossier is opened, seen, changed and listed") {
    World world;
    world.create();
    const auto seen = world.ask("dossiers voir", {}, {"1"});
    CHECK(seen.at("etat").as_string() == "sollicite");
    CHECK(seen.at("date_demande").as_string() == "2026-11-21");
    CHECK(seen.at("lots").as_array().size() == 2);
    CHECK(seen.at("lots").at(0).at("montant_estime").as_string() == "200000.00");
    const auto changed = world.ask("dossiers modifier",
                                   {{"--duree-mois", {"14"}}, {"--type", {"travaux"}}, {"--vider", {"public"}}}, {"1"});
    CHECK(changed.at("duree_mois").as_int64() == 14);
    CHECK(changed.at("type").as_string() == "travaux");
    CHECK(changed.at("publics").as_array().empty());
    const auto listed = world.ask("dossiers liste", {{"--ouverts", {"oui"}}, {"--acheteur", {"hautes-terres"}}});
    CHECK(listed.at("dossiers_total").as_int64() == 1);
    CHECK(listed.at("dossiers").at(0).at("echeance").as_string() == "2026-11-30");
    CHECK(world.ask("dossiers liste", {{"--texte", {"piscine"}}}).at("dossiers_total").as_int64() == 0);
}

TEST_CASE("faults of a dossier are told by option") {
    World world;
    const auto bad = refusal([&] {
        world.ask("dossiers creer", {{"--acheteur", {"A"}},
                                     {"--objet", {" "}},
                                     {"--public", {"rsa"}},
                                     {"--lot", {"1;Peinture;10", "1;Sols;0"}}});
    });
    std::string places;
    for (const core::Issue& issue : bad.issues()) places += issue.where + " | ";
    CHECK(places == "option --objet | option --public | option --lot n° 2, lot | option --lot n° 2, montant | ");
    CHECK_THROWS_AS(world.ask("dossiers voir", {}, {"un"}), cli::UsageError);
    CHECK(refusal([&] { world.ask("dossiers voir", {}, {"7"}); }).kind() == core::ErrorKind::not_found);
    CHECK_THROWS_AS(
        world.ask("dossiers creer", {{"--acheteur", {"A"}}, {"--objet", {"B"}}, {"--lot", {"1;Peinture;cher"}}}),
        cli::UsageError);
}

TEST_CASE("lots come from a spreadsheet, tried first, and are changed one by one") {
    World world;
    world.create();
    const std::string csv =
        world.write("lots.csv", "Lot;Intitulé du lot;Montant HT\n3;Étanchéité;90 000,00\n4;Plâtrerie;50 000,00\n");
    const auto tried = world.ask("dossiers lots", {{"--essai", {"oui"}}}, {"1", csv});
    CHECK(tried.at("lots").as_array().size() == 4);
    CHECK(world.ask("dossiers voir", {}, {"1"}).at("lots").as_array().size() == 2);
    CHECK(world.ask("dossiers lots", {}, {"1", csv}).at("lots").at(2).at("montant_estime").as_string() == "90000.00");
    const auto alone = world.ask("dossiers lots", {{"--remplacer", {"oui"}}}, {"1", csv});
    CHECK(alone.at("lots").as_array().size() == 2);
    CHECK(alone.at("lots").at(0).at("lot_id").as_int64() == 3);
    world.ask("dossiers lot ajouter", {{"--numero", {"5"}}, {"--intitule", {"Peinture"}}, {"--montant", {"8 000"}}},
              {"1"});
    const auto changed = world.ask("dossiers lot modifier", {{"--sans-suite", {"oui"}}}, {"1", "5"});
    CHECK(changed.at("lots").at(2).at("sans_suite").as_bool());
    CHECK(world.ask("dossiers lot retirer", {}, {"1", "5"}).at("lots").as_array().size() == 2);
    const auto bad = refusal([&] {
        world.ask("dossiers lot modifier", {{"--numero", {"3"}}, {"--cpv", {"45"}}}, {"1", "4"});
    });
    CHECK(bad.issues().at(0).where == "option --numero");
    CHECK(bad.issues().at(1).where == "option --cpv");
    const auto none = refusal([&] { world.ask("dossiers lot retirer", {}, {"1", "9"}); });
    CHECK(none.kind() == core::ErrorKind::not_found);
    CHECK(none.issues().at(0).text.find("3, 4") != std::string::npos);
}

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

TEST_CASE("a step that lacks its data says what, a state that is none is a fault of the command") {
    World world;
    world.create();
    const auto lacking = refusal([&] { world.ask("dossiers etape", {}, {"1", "preconise"}); });
    CHECK(lacking.kind() == core::ErrorKind::invalid);
    CHECK(lacking.issues().at(0).where == "dossiers scenario choisir");
    CHECK_THROWS_AS(world.ask("dossiers etape", {}, {"1", "parfait"}), cli::UsageError);
}

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

TEST_CASE("a refusal asks for its reason alone, and a dossier is taken away once confirmed") {
    World world;
    world.create();
    CHECK(refusal([&] { world.ask("dossiers etape", {}, {"1", "refuse"}); }).issues().at(0).where == "option --note");
    const auto refused = world.ask("dossiers etape", {{"--note", {"Projet abandonné"}}}, {"1", "refuse"});
    CHECK(refused.at("etat").as_string() == "refuse");
    CHECK_THROWS_AS(world.ask("dossiers retirer", {}, {"1"}), cli::UsageError);
    world.ask("dossiers retirer", {{"--oui", {"oui"}}}, {"1"});
    CHECK(refusal([&] { world.ask("dossiers voir", {}, {"1"}); }).kind() == core::ErrorKind::not_found);
}
