// Registers and AGEC declarations by commands.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "clausier/core/issue.hpp"
#include "command_world.hpp"

using namespace clausier;
using World = tests::BaseCommandWorld;
using Options = std::map<std::string, std::vector<std::string>, std::less<>>;

TEST_CASE("a line of a register is added, changed, read by year and removed") {
    World world;
    const Options action{{"--acheteur", {"Commune de Valbrume"}},
                         {"--genre", {"sensibilisation"}},
                         {"--debut", {"12/03/2026"}},
                         {"--personnes", {"18"}}};
    const auto added = world.document("spaser registre ajouter", action, {"Atelier"});
    CHECK(added.at("lignes").at(0).at("debut").as_string() == "2026-03-12");
    const auto changed =
        world.document("spaser registre modifier", {{"--personnes", {"21"}}, {"--service", {"Voirie"}}}, {"1"});
    CHECK(changed.at("lignes").at(0).at("personnes").as_int64() == 21);
    CHECK(changed.at("lignes").at(0).at("titre").as_string() == "Atelier");
    CHECK(world.document("spaser registre liste", {{"--annee", {"2025"}}}).at("lignes").as_array().empty());
    CHECK(world.document("spaser registre liste", {{"--annee", {"2026"}}}).at("lignes").as_array().size() == 1);
    Options named = action;
    named["--nom"] = {"Quelqu’un"};
    try {
        world.document("spaser registre ajouter", named, {"Atelier"});
        FAIL("a name was taken for an action");
    } catch (const core::Error& error) {
        CHECK(error.issues().front().where == "option --nom");
    }
    CHECK_THROWS_AS(world.document("spaser registre retirer", {}, {"1"}), cli::UsageError);
    CHECK(world.document("spaser registre retirer", {{"--oui", {""}}}, {"1"}).at("lignes").as_array().empty());
}

TEST_CASE("a declaration is completed figure by figure, and never over its total") {
    World world;
    Options options{{"--acheteur", {"1"}}, {"--annee", {"2025"}}, {"--total", {"15 000"}}};
    world.document("spaser agec declarer", options, {"Mobilier urbain"});
    options = {{"--acheteur", {"1"}}, {"--annee", {"2025"}}, {"--reemploi", {"5000"}}};
    const auto one = world.document("spaser agec declarer", options, {"mobilier_urbain"}).at("declarations");
    REQUIRE(one.as_array().size() == 1);
    CHECK(one.at(0).at("montant_total").as_string() == "15000.00");
    CHECK(one.at(0).at("montant_reemploi_et_reutilisation").as_string() == "5000.00");
    options["--reemploi"] = {"16000"};
    try {
        world.document("spaser agec declarer", options, {"mobilier_urbain"});
        FAIL("a part over its total was taken");
    } catch (const core::Error& error) {
        CHECK(error.issues().front().where == "option --reemploi");
    }
    CHECK(world.document("spaser agec retirer", {{"--oui", {""}}}, {"1"}).at("declarations").as_array().empty());
}
