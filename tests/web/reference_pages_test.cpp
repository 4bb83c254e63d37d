// Reference values on the web: filtered, dated, and a territory's own laid over them.
#include <catch2/catch_test_macros.hpp>

#include "web_world.hpp"

using namespace clausier;
using testing::WebWorld;

TEST_CASE("reference values are filtered by family, words and state") {
    WebWorld world;
    const auto count = [&](const std::string& query) {
        return testing::json_of(world.get("/references.json?" + query)).at("valeurs").as_array().size();
    };
    CHECK(count("famille=time") == 4);
    CHECK(count("famille=time&texte=journée") == 1);
    CHECK(count("texte=rien-de-tel") == 0);
    CHECK(count("etat=locale") == 0);
    CHECK(world.get("/references?texte=rien-de-tel").body.find("Effacer les filtres") != std::string::npos);
}

TEST_CASE("a date that is none is told, with its field") {
    WebWorld world;
    const http::Response answer = world.get("/references.json?date=demain");
    CHECK(answer.status == 400);
    CHECK(testing::json_of(answer).at("erreurs").at(0).at("champ").as_string() == "date");
}

TEST_CASE("a local value is laid over the national one, at once") {
    WebWorld world;
    const http::Response done = world.post("/references", {{"cle", "hourly_cost.construction"},
                                                           {"valeur", "36,50"},
                                                           {"source", "délibération 2026-12"},
                                                           {"depuis", "2026-03-01"}});
    REQUIRE(done.status == 303);
    CHECK(done.headers.get("location") == "/references/hourly_cost.construction?fait=reference-ajoutee");
    CHECK(testing::json_of(world.get("/references.json?etat=locale")).at("valeurs").at(0).at("valeur").as_string() ==
          "36.50");
    const http::Response page = world.get(std::string(*done.headers.get("location")));
    CHECK(page.status == 200);
    CHECK(page.body.find("role=\"status\"") != std::string::npos);
}

TEST_CASE("a faulty local value comes back with every fault beside its field and what was typed") {
    WebWorld world;
    const http::Response page =
        world.post("/references", {{"cle", "hourly_cost.construction"}, {"valeur", "beaucoup"}, {"note", "à garder"}});
    CHECK(page.status == 422);
    CHECK(page.body.find("href=\"#valeur\"") != std::string::npos);
    CHECK(page.body.find("href=\"#source\"") != std::string::npos);
    CHECK(page.body.find("value=\"beaucoup\"") != std::string::npos);
    CHECK(page.body.find("value=\"à garder\"") != std::string::npos);
    CHECK(page.body.find("aria-invalid=\"true\"") != std::string::npos);
}
