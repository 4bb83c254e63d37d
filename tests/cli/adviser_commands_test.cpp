// « conseiller » on the command line: the answer, and each fault told by its option.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

namespace {

const std::map<std::string, std::vector<std::string>, std::less<>> school{
    {"--objet", {"Réfection d’une école"}}, {"--type", {"travaux"}}, {"--categorie", {"autre"}},
    {"--besoin-estime", {"6000000"}},       {"--duree-mois", {"5"}}, {"--date-consultation", {"2026-12-01"}}};

}  // namespace

TEST_CASE("the adviser answers from a few options, with the exception that looks apparent") {
    CommandWorld world;
    const cli::Outcome outcome = world.run("conseiller", school);
    CHECK(outcome.answer.document.at("condition_sociale").at("statut") == "requise");
    CHECK(outcome.answer.table.rows.front().front() == "Clause d’insertion et critère social");
    REQUIRE(outcome.answer.lines.size() == 4);
    CHECK(outcome.answer.lines.front().starts_with("Condition sociale\u00a0: requise."));
    CHECK(outcome.answer.lines[1].find("à motiver") != std::string::npos);
    CHECK(outcome.answer.lines[1].find("à vérifier sur Légifrance") != std::string::npos);
    CHECK(outcome.answer.lines.back().starts_with("D’abord\u00a0: Clause d’insertion et critère social"));
}

TEST_CASE("what the rule refuses is told by its option") {
    CommandWorld world;
    auto options = school;
    options["--duree-mois"] = {"0"};
    options["--cpv"] = {"peinture"};
    try {
        world.run("conseiller", options);
        FAIL("accepted");
    } catch (const core::Error& error) {
        REQUIRE(error.issues().size() == 2);
        CHECK(error.issues()[0].where == "option --cpv");
        CHECK(error.issues()[1].where == "option --duree-mois");
    }
}

TEST_CASE("a dossier asked for without a base is refused") {
    CommandWorld world;
    CHECK_THROWS(world.run("conseiller", {{"--dossier", {"1"}}, {"--base", {world.file("absente.sqlite")}}}));
}
