// What stands around the work: home, health, metrics, assets and the description of the routes.
#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>

#include "logged_world.hpp"
#include "web_world.hpp"

using namespace clausier;
using domain::Role;
using testing::has;
using testing::json_of;
using testing::LoggedWorld;
using testing::WebWorld;

namespace {

http::Response create_market(WebWorld& world) {
    return world.post("/marches/nouveau", {{"acheteur", "Commune de Valbrume"},
                                           {"objet", "Rénovation de l’école"},
                                           {"marche", "2026-01"},
                                           {"intitule_1", "Peinture"},
                                           {"montant_1", "200000"},
                                           {"taux", "5"}});
}

}  // namespace

TEST_CASE("home says what to begin with on an empty base, and what the base holds after") {
    WebWorld world;
    const http::Response empty = world.get("/");
    CHECK(empty.status == 200);
    CHECK(has(empty, "ne contient encore aucun marché"));
    CHECK(json_of(world.get("/accueil.json")).at("marches").as_int64() == 0);
    REQUIRE(create_market(world).status == 303);
    const http::Response full = world.get("/");
    CHECK_FALSE(has(full, "ne contient encore aucun marché"));
    CHECK(has(full, "Rénovation de l’école"));
    const auto document = json_of(world.get("/accueil.json"));
    CHECK(document.at("marches").as_int64() == 1);
    CHECK(document.at("lots").as_int64() == 1);
    CHECK(document.at("dossiers_ouverts").as_int64() == 0);
}

TEST_CASE("home offers what the visitor may open, and shows nobody another's markets") {
    LoggedWorld world;
    const http::Response anybody = world.get("/");
    CHECK(anybody.status == 200);
    CHECK(has(anybody, "href=\"/calcul\""));
    CHECK_FALSE(has(anybody, "Importer un tableur"));
    CHECK_FALSE(has(anybody, "<a href=\"/marches\">Retrouver un marché"));
    const auto buyer = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const auto other = world.person(Role::buyer, world.organisation("Syndicat des Brumes"));
    http::Fields form{{"acheteur", "Commune de Valbrume"},
                      {"objet", "Rénovation de l’école"},
                      {"marche", "2026-01"},
                      {"intitule_1", "Peinture"},
                      {"montant_1", "200000"},
                      {"taux", "5"}};
    REQUIRE(world.post_as(buyer, "/marches/nouveau", form).status == 303);
    CHECK(has(world.get_as(buyer, "/"), "Rénovation de l’école"));
    CHECK(has(world.get_as(buyer, "/"), "<a href=\"/marches\">Retrouver un marché"));
    CHECK_FALSE(has(world.get_as(other, "/"), "Rénovation de l’école"));
    CHECK_FALSE(has(world.get("/"), "Rénovation de l’école"));
    CHECK(json_of(world.get("/accueil.json")).at("marches").as_int64() == 0);
}

TEST_CASE("health is one word that nobody keeps, and takes no account") {
    LoggedWorld world;
    const http::Response health = world.get("/sante");
    CHECK(health.status == 200);
    CHECK(health.body == "ok\n");
    CHECK(health.headers.get("cache-control") == "no-store");
    CHECK(health.headers.get("content-type") == "text/plain; charset=utf-8");
}

TEST_CASE("the figures of the server are for who may read them") {
    LoggedWorld world;
    CHECK(world.get("/metriques").status == 303);
    const auto buyer = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    CHECK(world.get_as(buyer, "/metriques").status == 403);
    const auto admin = world.person(Role::admin);
    const http::Response metrics = world.get_as(admin, "/metriques");
    CHECK(metrics.status == 200);
    CHECK(has(metrics, "\nclausier_marches 0\n"));
}

TEST_CASE("every asset a page names is there, kept for good under its fingerprint, and no other is") {
    WebWorld world;
    const std::string page = world.get("/").body;
    std::size_t found = 0;
    for (std::size_t at = page.find("\"/actifs/"); at != std::string::npos; at = page.find("\"/actifs/", at + 1)) {
        const std::string url = page.substr(at + 1, page.find('"', at + 1) - at - 1);
        INFO(url);
        const http::Response asset = world.get(url);
        CHECK(asset.status == 200);
        CHECK(asset.headers.get("cache-control").value_or("").find("immutable") != std::string::npos);
        ++found;
    }
    CHECK(found >= 3);
    CHECK(world.get("/actifs/0000000000000000/app.css").status != 200);
    CHECK(world.get("/actifs/0/rien.css").status == 404);
}

TEST_CASE("the description of the routes is one JSON document, whatever Accept says") {
    WebWorld world;
    for (const char* accept : {"text/html", "application/json", "*/*"}) {
        const http::Response answer = world.get("/openapi.json", {{"Accept", accept}});
        CHECK(answer.status == 200);
        CHECK(answer.headers.get("content-type") == "application/json");
        CHECK(json_of(answer).at("openapi").as_string().starts_with("3.1"));
    }
}
