// What the installation says of itself shows on every page.
#include <catch2/catch_test_macros.hpp>

#include "web_world.hpp"

using namespace clausier;
using testing::WebWorld;

TEST_CASE("the name of the instance is on every page once it is set") {
    WebWorld world;
    CHECK(world.get("/aide").body.find("Aide – Clausier") != std::string::npos);
    REQUIRE(
        world.post("/reglages", {{"nom", "Clauses de <Valbrume>"}, {"contact", "clauses@valbrume.example"}}).status ==
        303);
    CHECK(world.get("/aide").body.find("Aide – Clauses de &lt;Valbrume&gt;") != std::string::npos);
    CHECK(world.get("/accessibilite").body.find("clauses@valbrume.example") != std::string::npos);
}

TEST_CASE("an instance without a name is refused beside its field") {
    WebWorld world;
    const http::Response page = world.post("/reglages", {{"nom", " "}, {"contact", "gardé"}});
    CHECK(page.status == 422);
    CHECK(page.body.find("href=\"#nom\"") != std::string::npos);
    CHECK(page.body.find("value=\"gardé\"") != std::string::npos);
}

TEST_CASE("pages about the site answer on an empty base") {
    WebWorld world;
    for (const std::string target :
         {"/", "/aide", "/accessibilite", "/mentions", "/reglages", "/sante", "/metriques"}) {
        CAPTURE(target);
        CHECK(world.get(target).status == 200);
    }
}

TEST_CASE("the metrics tell the server and the base") {
    WebWorld world;
    const std::string text = world.get("/metriques").body;
    CHECK(text.find("\nclausier_marches 0\n") != std::string::npos);
    CHECK(text.find("\nclausier_imports_appliques 0\n") != std::string::npos);
    CHECK(text.find("# TYPE clausier_base_octets gauge") != std::string::npos);
}

TEST_CASE("settings with one wrong value keep nothing of the rest") {
    WebWorld world;
    const http::Response page =
        world.post("/reglages", {{"nom", "Clauses de Valbrume"}, {"marche_insertion", "Autre"}});
    CHECK(page.status == 422);
    CHECK(page.body.find("ces mots ne sont pas de la liste") != std::string::npos);
    CHECK(world.get("/reglages").body.find("Clauses de Valbrume") == std::string::npos);
}
