// « reference »: values with their sources, a territory's own over them.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

TEST_CASE("values are listed, opened in time, and added locally") {
    CommandWorld world;
    const auto list = world.run("reference liste", {}, {"labour_share.masonry"});
    CHECK(list.answer.document.at("valeurs").as_array().at(0).at("valeur").as_string() == "50.00");
    CHECK(
        world.run("reference voir", {}, {"hourly_cost.construction"}).answer.document.at("valeurs").as_array().size() ==
        2);
    const std::string base = world.file("b.sqlite");
    world.run("reference ajouter", {{"--base", {base}},
                                    {"--cle", {"hourly_cost.construction"}},
                                    {"--valeur", {"36.50"}},
                                    {"--source", {"délibération"}}});
    CHECK(world.run("reference voir", {{"--base", {base}}}, {"hourly_cost.construction"})
              .answer.document.at("valeurs")
              .as_array()
              .size() == 3);
    CHECK(world.run("reference liste", {{"--a-relire", {"oui"}}, {"--date", {"2028-01-01"}}})
              .answer.document.at("valeurs")
              .as_array()
              .size() > 10);
}

TEST_CASE("unknown keys and wrong values are refused") {
    CommandWorld world;
    CHECK_THROWS_AS(world.run("reference voir", {}, {"hourly_cost.constructoin"}), core::Error);
    CHECK_THROWS_AS(world.run("reference liste", {}, {"zzz"}), core::Error);
    CHECK_THROWS_AS(world.run("reference liste", {{"--date", {"hier"}}}), cli::UsageError);
    CHECK_THROWS_AS(
        world.run("reference ajouter",
                  {{"--base", {world.file("b.sqlite")}}, {"--cle", {"x"}}, {"--valeur", {"y"}}, {"--source", {""}}}),
        core::Error);
}
