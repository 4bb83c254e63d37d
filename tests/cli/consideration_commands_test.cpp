// Contracts classified from a file, the mandatory condition and its exceptions, by commands.
#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

namespace {

core::Error refusal(const std::function<void()>& action) {
    try {
        action();
    } catch (const core::Error& error) {
        return error;
    }
    throw std::runtime_error("the action was not refused");
}

struct World : CommandWorld {
    std::string file_of_base = base();

    cli::Outcome classify(std::map<std::string, std::vector<std::string>, std::less<>> options) {
        options["--base"] = {file_of_base};
        return run("spaser classer", std::move(options));
    }
    cli::Outcome condition(std::map<std::string, std::vector<std::string>, std::less<>> options) {
        options["--base"] = {file_of_base};
        return run("spaser condition", std::move(options));
    }
    cli::Outcome apply(std::string_view csv, const std::string& axis = "sociale") {
        return classify({{"--appliquer", {write("decisions.csv", csv)}}, {"--considerations", {axis}}});
    }
    std::int64_t left() { return classify({}).answer.document.at("restent").as_int64(); }
};

}  // namespace

TEST_CASE("the list is a table whose decisions are filled in and given back") {
    World world;
    const auto list = world.classify({});
    CHECK(list.answer.document.at("restent").as_int64() == 2);
    CHECK(list.answer.document.at("lignes").at(0).at("decision").as_string().empty());
    const auto done = world.apply("lot_id;objet;decision\n1;École;insertion, training:critere\n2;École;\n");
    CHECK(done.answer.document.at("contrats").as_int64() == 1);
    REQUIRE(done.answer.remarks.size() == 1);
    CHECK(done.answer.remarks[0].code == "sans_decision");
    CHECK(world.left() == 1);
    CHECK(world.apply("lot_id,decision\n1,Critère environnemental\n", "environnementale")
              .answer.document.at("contrats")
              .as_int64() == 1);
    const auto again = world.apply("lot_id;decision\n1;aucune\n2;aucune\n77;aucune\n");
    CHECK(again.answer.document.at("deja_renseignes").as_array().size() == 1);
    CHECK(again.answer.document.at("inconnus").as_array().size() == 1);
    CHECK(world.left() == 0);
}

TEST_CASE("a file that cannot be read decides nothing at all") {
    World world;
    const auto where = [&](std::string_view csv) { return refusal([&] { world.apply(csv); }).issues().front().where; };
    CHECK(where("lot;clause\n1;insertion\n") == "première ligne");
    CHECK(where("lot_id;decision\n1;insertion\n2;rien\n") == "ligne 3, colonne « decision »");
    CHECK(where("lot_id;decision\nun;insertion\n") == "ligne 2, colonne « lot_id »");
    CHECK(where("lot_id;decision\n0;insertion\n") == "ligne 2, colonne « lot_id »");
    CHECK(where("lot_id;decision\n1;insertion\n1;aucune\n") == "ligne 3, colonne « lot_id »");
    CHECK(where("lot_id;decision\n1;none, insertion\n") == "ligne 2, colonne « decision »");
    CHECK(where("lot_id;decision\n1;\n2;\n") == "colonne « decision »");
    CHECK(world.left() == 2);
}

TEST_CASE("a classification is undone by its number, with a word") {
    World world;
    world.apply("lot_id;decision\n1;aucune\n2;aucune\n");
    CHECK(world.left() == 0);
    CHECK_THROWS_AS(world.classify({{"--annuler", {"1"}}}), cli::UsageError);
    world.classify({{"--annuler", {"1"}}, {"--oui", {""}}});
    CHECK(world.left() == 2);
    CHECK(refusal([&] {
              world.classify({{"--annuler", {"1"}}, {"--oui", {""}}});
          }).kind() == core::ErrorKind::conflict);
    CHECK(refusal([&] {
              world.classify({{"--annuler", {"9"}}, {"--oui", {""}}});
          }).kind() == core::ErrorKind::not_found);
    CHECK_THROWS_AS(world.classify({{"--annuler", {"1"}}, {"--appliquer", {"x.csv"}}}), cli::UsageError);
}

TEST_CASE("filters of the list are those of the page") {
    World world;
    CHECK(world.classify({{"--texte", {"tilleuls"}}}).answer.document.at("restent").as_int64() == 2);
    CHECK(world.classify({{"--annee", {"2025"}}}).answer.document.at("contrats").as_int64() == 0);
    CHECK(world.classify({{"--limite", {"1"}}}).answer.document.at("lignes").as_array().size() == 1);
    CHECK_THROWS_AS(world.classify({{"--annee", {"douze"}}}), cli::UsageError);
    CHECK(refusal([&] { world.classify({{"--cpv", {"4%"}}}); }).issues()[0].where == "option --cpv");
}

TEST_CASE("an exception is recorded for a market, and refused by option") {
    World world;
    world.run("marches modifier",
              {{"--base", {world.file_of_base}},
               {"--cpv", {"45210000"}},
               {"--date-consultation", {"2026-09-01"}},
               {"--besoin-estime", {"6000000"}},
               {"--vider", {"date-notification"}},
               {"--considerations", {"aucune"}}},
              {"2026-01"});
    const auto state = [](const cli::Outcome& outcome) {
        return std::string(outcome.answer.document.at("etat").as_string());
    };
    CHECK(state(world.condition({{"--marche", {"2026-01"}}})) == "sans_condition");
    CHECK(state(world.condition({{"--marche", {"2026-01"}},
                                 {"--motif", {"condition.exception.link"}},
                                 {"--texte", {"Achat sans pose."}}})) == "exception");
    CHECK(world.condition({}).answer.document.at("soumis").at("marches").as_int64() == 1);
    CHECK(world.condition({{"--etat", {"sans_condition"}}}).answer.document.at("total").as_int64() == 0);
    CHECK(state(world.condition({{"--marche", {"2026-01"}}, {"--retirer", {""}}})) == "sans_condition");
    CHECK(refusal([&] {
              world.condition({{"--marche", {"2026-01"}}, {"--motif", {"autre"}}, {"--texte", {"x"}}});
          })
              .issues()[0]
              .where == "option --motif");
    CHECK_THROWS_AS(world.condition({{"--marche", {"2026-01"}}, {"--motif", {"condition.exception.link"}}}),
                    cli::UsageError);
    CHECK_THROWS_AS(world.condition({{"--motif", {"condition.exception.link"}}}), cli::UsageError);
    CHECK_THROWS_AS(
        world.condition({{"--marche", {"2026-01"}}, {"--retirer", {""}}, {"--motif", {"condition.exception.link"}}}),
        cli::UsageError);
    CHECK(refusal([&] { world.condition({{"--marche", {"zz"}}}); }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("the clauses of a lot are given and emptied by options") {
    World world;
    const auto change = [&](std::map<std::string, std::vector<std::string>, std::less<>> options) {
        options["--base"] = {world.file_of_base};
        return world.run("lots modifier", std::move(options), {"1"}).answer.document;
    };
    const auto given = change({{"--clause", {"insertion", "training:critere"}}, {"--environnement", {"aucune"}}});
    CHECK(given.at("considerations_sociales").as_string() == "Clause sociale, Critère social");
    CHECK(given.at("considerations_environnementales").as_string() == "Pas de considération environnementale");
    CHECK(given.at("clauses").as_array().size() == 2);
    const auto emptied = change({{"--vider", {"clause"}}});
    CHECK(emptied.at("clauses").as_array().empty());
    CHECK(emptied.at("considerations_sociales").as_string() == "Clause sociale, Critère social");
    for (const char* wrong : {"autre", "insertion:critere", "not_filled"})
        CHECK_THROWS_AS(change({{"--clause", {wrong}}}), cli::UsageError);
    CHECK_THROWS_AS(change({{"--clause", {"none", "insertion"}}}), cli::UsageError);
    CHECK_THROWS_AS(change({{"--clause", {"insertion"}}, {"--considerations", {"aucune"}}}), cli::UsageError);
    CHECK_THROWS_AS(change({{"--environnement", {"vert"}}}), cli::UsageError);
}
