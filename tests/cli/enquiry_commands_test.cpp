// A dossier opened, seen, changed and taken away by commands, and its faults told by option.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "enquiry_command_world.hpp"

using namespace clausier;
using World = tests::EnquiryCommandWorld;
using tests::refusal;

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

TEST_CASE("an OPCS that is none is refused at its option, and a dossier has none until one answers") {
    World world;
    world.create();
    const auto refused = refusal([&] { world.ask("dossiers modifier", {{"--opcs", {"1"}}}, {"1"}); });
    CHECK(refused.issues().at(0).where == "option --opcs");
    CHECK(world.ask("dossiers voir", {}, {"1"}).at("opcs_id").is_null());
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
