// « sauvegarder » and « restaurer ».
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

TEST_CASE("a backup brings back what was there, and replaces nothing unasked") {
    CommandWorld world;
    const std::string base = world.base();
    world.run("sauvegarder", {{"--base", {base}}}, {world.file("copie.sqlite")});
    CHECK_THROWS_AS(world.run("sauvegarder", {{"--base", {base}}}, {world.file("copie.sqlite")}), core::Error);
    world.run("imports annuler", {{"--base", {base}}, {"--oui", {"oui"}}}, {"1"});
    CHECK_THROWS_AS(world.run("restaurer", {{"--base", {base}}}, {world.file("copie.sqlite")}), cli::UsageError);
    world.run("restaurer", {{"--base", {base}}, {"--oui", {"oui"}}}, {world.file("copie.sqlite")});
    CHECK(world.run("marches liste", {{"--base", {base}}}).answer.document.at("marches_total").to_number<int>() == 1);
    CHECK_THROWS_AS(world.run("restaurer", {{"--base", {world.file("c.sqlite")}}}, {world.file("absente.sqlite")}),
                    core::Error);
}
