// « spaser indicateurs », « contrats », « question » on a base of two lots.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "clausier/core/issue.hpp"
#include "cli/command_world.hpp"

using namespace clausier;
namespace json = boost::json;

TEST_CASE("indicators of a base, whole or by year, each with its denominators") {
    tests::CommandWorld world;
    const std::string base = world.base();
    const auto whole = world.run("spaser indicateurs", {{"--base", {base}}, {"--annee", {"2026"}}});
    const json::object& document = whole.answer.document.as_object();
    CHECK(document.at("contrats") == 2);
    CHECK(document.at("montant") == "200000.00");
    CHECK(document.at("sans_montant") == 1);
    const json::object& s1 = document.at("indicateurs").as_array().front().as_object();
    CHECK(s1.at("code") == "S1");
    CHECK(s1.at("tous") == 2);
    CHECK(s1.at("taux_renseignement") == "0.00");
    const auto by_year = world.run("spaser indicateurs", {{"--base", {base}}, {"--par", {"annee"}}});
    CHECK(by_year.answer.document.at("indicateurs").as_array().front().as_object().at("annee") == "2026");
    CHECK(by_year.answer.document.at("contrats") == 2);
}

TEST_CASE("the contracts behind a figure, one list at a time") {
    tests::CommandWorld world;
    const std::string base = world.base();
    const auto unfilled =
        world.run("spaser contrats", {{"--base", {base}}, {"--indicateur", {"s1"}}, {"--non-renseignes", {""}}});
    CHECK(unfilled.answer.document.at("contrats_total") == 2);
    CHECK(unfilled.answer.document.at("contrats").as_array().front().as_object().at("lot") == "1");
    const auto none = world.run("spaser contrats", {{"--base", {base}}, {"--indicateur", {"S1"}}});
    CHECK(none.answer.document.at("contrats_total") == 0);
    CHECK_THROWS_AS(world.run("spaser contrats", {{"--base", {base}}, {"--reste", {""}}, {"--exclus", {""}}}),
                    cli::UsageError);
    CHECK_THROWS_AS(world.run("spaser contrats", {{"--base", {base}}, {"--indicateur", {"Z9"}}}), core::Error);
}

TEST_CASE("a question of an elected member, and what cannot be asked") {
    tests::CommandWorld world;
    const std::string base = world.base();
    const auto asked =
        world.run("spaser question", {{"--base", {base}}, {"--lignes", {"acheteur"}}, {"--colonnes", {"annee"}}});
    const json::object& document = asked.answer.document.as_object();
    CHECK(document.at("cases").as_array().front().as_object().at("ligne_libelle") == "Commune de Valbrume");
    CHECK(document.at("cases").as_array().front().as_object().at("contrats") == 2);
    const auto nobody =
        world.run("spaser question", {{"--base", {base}}, {"--lignes", {"secteur"}}, {"--entreprise", {"Personne"}}});
    CHECK(nobody.answer.document.at("cases").as_array().empty());
    CHECK_THROWS_AS(world.run("spaser question",
                              {{"--base", {base}}, {"--lignes", {"annee"}}, {"--annee", {"2026"}}, {"--de", {"2025"}}}),
                    cli::UsageError);
    CHECK_THROWS_AS(world.run("spaser question",
                              {{"--base", {base}}, {"--lignes", {"annee"}}, {"--de", {"2026"}}, {"--a", {"2025"}}}),
                    cli::UsageError);
}

TEST_CASE("one wrong value: the option, what is wrong, what to write") {
    tests::CommandWorld world;
    const std::string base = world.base();
    const auto said = [&](const std::string& command,
                          std::map<std::string, std::vector<std::string>, std::less<>> options) {
        options["--base"] = {base};
        try {
            world.run(command, options);
        } catch (const cli::UsageError& error) {
            return error.issues().at(0).sentence();
        }
        return std::string("accepté");
    };
    const auto holds = [](const std::string& text, std::string_view part) {
        return text.find(part) != std::string::npos;
    };
    CHECK(holds(said("spaser indicateurs", {{"--annee", {"20x6"}}}), "« 20x6 » n’est pas une année"));
    CHECK(holds(said("spaser indicateurs", {{"--commune", {"5700%"}}}), "« 5700% » n’est pas un code de lieu"));
    CHECK(said("spaser indicateurs", {{"--commune", {"2A004"}}}) == "accepté");
    CHECK(holds(said("spaser contrats", {{"--reste", {""}}}), "cette liste est celle d’un indicateur"));
    CHECK(holds(said("spaser contrats", {{"--non-renseignes", {""}}}), "donnez son code"));
    CHECK(
        holds(said("spaser question", {{"--lignes", {"secteur"}}, {"--colonnes", {"secteur"}}}), "répète les lignes"));
    CHECK(holds(said("spaser question", {{"--lignes", {"secteur"}}, {"--indicateur", {"I1"}}}),
                "« I1 » ne compte pas des contrats"));
}
