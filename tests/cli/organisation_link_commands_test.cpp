// OPCS of lots, functions of organisations and links of structures, by commands.
#include <boost/json/serialize.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using tests::refusal;

TEST_CASE("an organisation that is no OPCS follows no lot; once it is, it leads") {
    tests::BaseCommandWorld world;
    const auto lead = [&] { return world.document("lots opcs", {{"--pilote", {"1"}}}, {"1"}); };
    const core::Error refused = refusal(lead);
    CHECK(refused.kind() == core::ErrorKind::invalid);
    CHECK(refused.issues().front().where == "option --pilote");
    world.document("organisations fonctions", {{"--fonction", {"opcs", "acheteur"}}}, {"1"});
    CHECK(boost::json::serialize(lead().at("opcs")) ==
          R"([{"organisation":1,"nom":"Commune de Valbrume","part":"pilote"}])");
    CHECK(world.document("lots opcs", {}, {"1"}).at("opcs").as_array().size() == 1);
    CHECK(world.document("lots opcs", {{"--aucune", {}}}, {"1"}).at("opcs").as_array().empty());
}

TEST_CASE("the functions of an organisation are shown, replaced and taken away") {
    tests::BaseCommandWorld world;
    const auto functions = [&](std::vector<std::string> given) {
        return boost::json::serialize(
            world.document("organisations fonctions", {{"--fonction", std::move(given)}}, {"1"}).at("fonctions"));
    };
    CHECK(functions({"reseau", "opcs"}) == R"(["opcs","reseau"])");
    CHECK(functions({"acheteur"}) == R"(["acheteur"])");
    CHECK(world.document("organisations fonctions", {{"--aucune", {}}}, {"1"}).at("fonctions").as_array().empty());
    CHECK(refusal([&] { world.document("organisations fonctions", {}, {"99"}); }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("what is no number, or contradicts itself, is a fault of the command line") {
    tests::BaseCommandWorld world;
    CHECK_THROWS_AS(world.document("lots opcs", {}, {"peinture"}), cli::UsageError);
    CHECK_THROWS_AS(world.document("lots opcs", {{"--aucune", {}}, {"--pilote", {"1"}}}, {"1"}), cli::UsageError);
    CHECK(refusal([&] { world.document("structures liens", {}, {"1"}); }).kind() == core::ErrorKind::not_found);
}
