// Schemes and targets by commands.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "clausier/core/issue.hpp"
#include "command_world.hpp"

using namespace clausier;
using Options = std::map<std::string, std::vector<std::string>, std::less<>>;

namespace {

struct World : tests::BaseCommandWorld {
    void scheme() {
        document("spaser schema creer",
                 {{"--debut", {"2024"}}, {"--fin", {"2028"}}, {"--acheteur", {"Commune de Valbrume"}}}, {"Schéma"});
    }
    boost::json::value target(const std::string& text, const std::string& year = "2026") {
        return document("spaser cibles poser", {{"--schema", {"1"}}, {"--indicateur", {"S1"}}, {"--annee", {year}}},
                        {text});
    }
};

}  // namespace

TEST_CASE("a scheme is created, changed, listed by buyer and removed") {
    World world;
    world.scheme();
    const auto changed = world.document("spaser schema modifier", {{"--fin", {"2029"}}, {"--edition", {"2e"}}}, {"1"});
    CHECK(changed.at("schemas").at(0).at("derniere_annee").as_int64() == 2029);
    CHECK(changed.at("schemas").at(0).at("titre").as_string() == "Schéma");
    CHECK(world.document("spaser schema liste", {{"--acheteur", {"1"}}}).at("schemas").as_array().size() == 1);
    CHECK_THROWS_AS(world.document("spaser schema retirer", {}, {"1"}), cli::UsageError);
    CHECK(world.document("spaser schema retirer", {{"--oui", {""}}}, {"1"}).at("schemas").as_array().empty());
    CHECK_THROWS_AS(world.document("spaser schema modifier", {}, {"un"}), cli::UsageError);
}

TEST_CASE("a target set twice is changed, and a wrong one says why") {
    World world;
    world.scheme();
    CHECK(world.target("30 %").at("cibles").at(0).at("valeur").as_string() == "30.00");
    const auto again = world.target("50 %");
    REQUIRE(again.at("cibles").as_array().size() == 1);
    CHECK(again.at("cibles").at(0).at("revision").as_int64() == 2);
    CHECK_THROWS_AS(world.target("beaucoup"), cli::UsageError);
    CHECK_THROWS_AS(world.target("120 %"), cli::UsageError);
    try {
        world.target("30 %", "2040");
        FAIL("a year outside the scheme was taken");
    } catch (const core::Error& error) {
        CHECK(error.issues().front().where == "option --annee");
    }
    CHECK(world.document("spaser cibles retirer", {{"--oui", {""}}}, {"1"}).at("cibles").as_array().empty());
    CHECK(world.document("spaser cibles liste", {{"--schema", {"1"}}}).at("cibles").as_array().empty());
}
