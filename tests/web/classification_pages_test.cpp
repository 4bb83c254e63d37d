// The page of classification: listed, ticked, checked, classified, undone, without a script.
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/market_edits.hpp"
#include "clausier/app/references.hpp"
#include "clausier/domain/tender.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::has;

namespace {

struct World : testing::WebWorld {
    World() {
        domain::MarketDraft draft;
        draft.buyer = domain::parse_buyer("Commune de Valbrume");
        draft.market.reference = "2026-01";
        draft.market.object = "Nettoyage de l’école";
        draft.market.cpv = "90910000";
        for (const char* number : {"1", "2"}) {
            domain::Lot lot;
            lot.number = number;
            lot.title = std::string("Bâtiment ") + number;
            draft.lots.push_back(lot);
        }
        app::create_market({testing::fixed_day(), "essai"}, base, draft, app::reference(base));
    }
    http::Response verify(http::Fields fields) { return post("/spaser/classer/verifier", fields); }
    http::Response classify(http::Fields fields) { return post("/spaser/classer", fields); }
    std::string considerations(int lot) {
        const auto document = testing::json_of(get("/lots/" + std::to_string(lot) + ".json"));
        const auto& words = document.at("considerations_sociales");
        return words.is_null() ? "" : std::string(words.as_string());
    }
};

}  // namespace

TEST_CASE("the list shows what is to classify, with a suggestion, its reason and the progress") {
    World world;
    const auto page = world.get("/spaser/classer");
    CHECK(page.status == 200);
    CHECK(has(page, "2\u00a0contrats restent à classer sur 2"));
    CHECK(has(page, "une clause d’insertion y est usuelle"));
    CHECK_FALSE(has(page, "name=\"contrat\" value=\"1\" checked"));
    CHECK(has(world.get("/spaser/classer?cocher=tout"), "name=\"contrat\" value=\"1\" checked"));
    const auto document = testing::json_of(world.get("/spaser/classer.json"));
    CHECK(document.at("restent").to_number<int>() == 2);
    CHECK(document.at("lignes").at(0).at("suggestion").as_string() == "insertion");
    CHECK(document.at("lignes").at(0).at("decision").as_string().empty());
    CHECK(has(world.get("/spaser/classer?texte=zzzz"), "Aucun contrat dans cette sélection"));
    CHECK(world.get("/spaser/classer.csv").status == 200);
}

TEST_CASE("a confirmation tells how many before anything is written") {
    World world;
    const auto page = world.verify({{"contrat", "1"}, {"contrat", "2"}, {"geste", "suggestion"}});
    CHECK(page.status == 200);
    CHECK(has(page, "2\u00a0contrats à classer"));
    CHECK(has(page, "Rien n’est encore enregistré"));
    CHECK(has(page, "name=\"contrat\" value=\"2\""));
    CHECK(world.considerations(1).empty());
}

TEST_CASE("ticked contracts take their suggestion, one clause or none, and the filters are kept") {
    World world;
    const auto done = world.classify({{"contrat", "1"}, {"geste", "suggestion"}, {"texte", "nettoyage"}});
    CHECK(done.status == 303);
    CHECK(done.headers.get("location").value_or("").starts_with("/spaser/classer?texte=nettoyage"));
    CHECK(world.considerations(1) == "Clause sociale");
    CHECK(world.considerations(2).empty());
    CHECK(
        world.classify({{"contrat", "2"}, {"geste", "clause"}, {"clause", "training"}, {"forme", "critere"}}).status ==
        303);
    CHECK(world.considerations(2) == "Critère social");
    CHECK(has(world.get("/spaser/classer"), "Tous les contrats de cette sélection sont renseignés"));
    CHECK(world.classify({{"considerations", "environnementale"}, {"contrat", "1"}, {"geste", "aucune"}}).status ==
          303);
    CHECK(has(world.get("/lots/1"), "Pas de considération environnementale"));
    CHECK(has(world.get("/spaser/classer"), "Derniers classements"));
}

TEST_CASE("a classification is opened and undone as a whole, unless a contract has changed") {
    World world;
    world.classify({{"contrat", "1"}, {"contrat", "2"}, {"geste", "aucune"}});
    CHECK(has(world.get("/spaser/classer/1"), "Annuler ce classement"));
    CHECK(world.get("/spaser/classer/1.csv").status == 200);
    CHECK(world.post("/spaser/classer/1/annuler", {}).status == 303);
    CHECK(world.considerations(1).empty());
    CHECK(has(world.get("/spaser/classer/1"), "annulé le 21 novembre 2026"));
    CHECK(world.post("/spaser/classer/1/annuler", {}).status == 409);
    world.classify({{"contrat", "1"}, {"geste", "aucune"}});
    const std::string revision =
        std::to_string(testing::json_of(world.get("/lots/1.json")).at("revision").to_number<int>());
    CHECK(world.post("/lots/1/clauses", {{"clause", "insertion"}, {"revision", revision}}).status == 303);
    CHECK_FALSE(has(world.get("/spaser/classer/2"), "Annuler ce classement"));
    const auto refused = world.post("/spaser/classer/2/annuler", {});
    CHECK(refused.status == 409);
    CHECK(has(refused, "marché 2026-01, lot 1"));
    CHECK(world.considerations(1) == "Clause sociale");
    CHECK(world.get("/spaser/classer/99").status == 404);
    CHECK(world.post("/spaser/classer/99/annuler", {}).status == 404);
}

TEST_CASE("wrong values are told beside their field, and nothing is written") {
    World world;
    const auto refused = [&](http::Fields fields, std::string_view why) {
        INFO(why);
        const auto page = world.verify(fields);
        CHECK(page.status == 422);
        CHECK(has(page, why));
        CHECK(world.classify(fields).status == 422);
    };
    refused({{"geste", "aucune"}}, "aucun contrat n’est coché");
    refused({{"contrat", "1"}}, "dites que faire des lignes cochées");
    refused({{"contrat", "1"}, {"geste", "autre"}}, "dites que faire des lignes cochées");
    refused({{"contrat", "un"}, {"geste", "aucune"}}, "n’est pas un numéro");
    refused({{"contrat", "1"}, {"geste", "clause"}}, "choisissez la clause à donner");
    refused({{"contrat", "1"}, {"geste", "clause"}, {"clause", "inconnue"}}, "n’est pas une sorte de clause");
    refused({{"contrat", "1"}, {"geste", "clause"}, {"clause", "training"}, {"forme", "zz"}}, "training:clause");
    CHECK(world.considerations(1).empty());
    CHECK(world.verify({{"contrat", "999"}, {"geste", "aucune"}}).status == 422);
    CHECK(world.classify({{"contrat", "999"}, {"geste", "aucune"}}).status == 409);
    CHECK(world.get("/spaser/classer?considerations=autre").status == 400);
    CHECK(world.get("/spaser/classer?secteur=autre").status == 400);
    CHECK(world.get("/spaser/classer?annee=douze").status == 400);
    CHECK(world.get("/spaser/classer?cpv=4%25").status == 400);
    CHECK(world.get("/spaser/classer?acheteur=Inconnue").status == 404);
}

TEST_CASE("a contract without suggestion stays as it is when suggestions are accepted") {
    World world;
    const auto page = world.verify({{"considerations", "environnementale"}, {"contrat", "1"}, {"geste", "suggestion"}});
    CHECK(page.status == 422);
    CHECK(has(page, "aucune ligne cochée n’a de suggestion"));
}
