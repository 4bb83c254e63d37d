// « marches »: listed, opened, exported, computed.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

TEST_CASE("markets are listed with sums that never take an unknown for zero") {
    CommandWorld world;
    const std::string base = world.base();
    const auto listed = world.run("marches liste", {{"--base", {base}}});
    const auto& one = listed.answer.document.at("marches").as_array().at(0);
    CHECK(one.at("montant").as_string() == "200000.00");
    CHECK(one.at("lots_sans_montant").to_number<int>() == 1);
    CHECK(one.at("heures").is_null());
    CHECK(world.run("marches liste", {{"--base", {base}}, {"--annee", {"2019"}}})
              .answer.document.at("marches_total")
              .to_number<int>() == 0);
    CHECK(world.run("marches voir", {{"--base", {base}}}, {"2026-01"}).answer.document.at("lots").as_array().size() ==
          2);
    CHECK_THROWS_AS(world.run("marches voir", {{"--base", {base}}}, {"absent"}), core::Error);
}

TEST_CASE("lots are exported as rows or as a workbook") {
    CommandWorld world;
    const std::string base = world.base();
    CHECK(world.run("marches exporter", {{"--base", {base}}}).answer.document.at("lots").as_array().size() == 2);
    CHECK(world.run("marches exporter", {{"--base", {base}}, {"--sortie", {world.file("lots.xlsx")}}}).written);
    CHECK(std::filesystem::exists(world.file("lots.xlsx")));
}

TEST_CASE("hours are computed into a workbook and a page") {
    CommandWorld world;
    const std::string base = world.base();
    const auto outcome =
        world.run("marches heures",
                  {{"--base", {base}}, {"--sortie", {world.file("h.xlsx")}}, {"--page", {world.file("h.html")}}});
    CHECK(outcome.answer.document.at("heures_total").as_string() == "199.00");
    CHECK(std::filesystem::exists(world.file("h.xlsx")));
    CHECK(std::filesystem::exists(world.file("h.html")));
    CHECK_THROWS_AS(world.run("marches liste", {{"--base", {base}}, {"--departement", {"999"}}}), cli::UsageError);
    CHECK_THROWS_AS(world.run("marches liste", {{"--base", {base}}, {"--limite", {"-1"}}}), cli::UsageError);
}
