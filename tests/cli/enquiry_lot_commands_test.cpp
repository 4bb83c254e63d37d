// The lots of a dossier by commands: from a spreadsheet, then one by one.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "enquiry_command_world.hpp"

using namespace clausier;
using World = tests::EnquiryCommandWorld;
using tests::refusal;

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
