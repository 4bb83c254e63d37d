// Registers on the web: each kind has its fields, only a referent may be named.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "enquiry_world.hpp"

using namespace clausier;
using testing::EnquiryWorld;
using testing::has;
using testing::json_of;

TEST_CASE("empty registers say so, each with what to do") {
    EnquiryWorld world;
    const http::Response page = world.get("/spaser/registres");
    CHECK(has(page, "Aucun référent n’est encore désigné."));
    CHECK(has(page, "Aucune dépense de biens réemployés ou recyclés"));
    CHECK(has(page, "/spaser/registres/nouveau?genre=partenariat"));
}

TEST_CASE("a referent has a service and may have a name, an action counts people") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    CHECK(has(world.get("/spaser/registres/nouveau?genre=referent"), "name=\"nom\""));
    CHECK_FALSE(has(world.get("/spaser/registres/nouveau?genre=sensibilisation"), "name=\"nom\""));
    const http::Response nameless =
        world.post("/spaser/registres/nouveau",
                   {{"acheteur", "1"}, {"genre", "referent"}, {"titre", "Référente"}, {"debut", "2026-01-15"}});
    CHECK(nameless.status == 422);
    CHECK(has(nameless, "id=\"service-erreur\""));
    REQUIRE(world
                .post("/spaser/registres/nouveau", {{"acheteur", "1"},
                                                    {"genre", "sensibilisation"},
                                                    {"titre", "Atelier"},
                                                    {"debut", "2026-03-12"},
                                                    {"personnes", "18"}})
                .status == 303);
    CHECK(json_of(world.get("/spaser/registres.json")).at("lignes").at(0).at("personnes").as_int64() == 18);
    CHECK(json_of(world.get("/spaser/registres.json?acheteur=2")).at("lignes").as_array().empty());
    REQUIRE(world
                .post("/spaser/registres/1/modifier",
                      {{"titre", "Atelier"}, {"debut", "2026-03-12"}, {"personnes", "21"}, {"revision", "1"}})
                .status == 303);
    const http::Response stale =
        world.post("/spaser/registres/1/modifier",
                   {{"titre", "Atelier"}, {"debut", "2026-03-12"}, {"personnes", "30"}, {"revision", "1"}});
    CHECK(stale.status == 409);
    CHECK(has(stale, "21"));
    CHECK(world.post("/spaser/registres/1/retirer", {}).status == 303);
    CHECK(world.get("/spaser/registres/1/modifier").status == 404);
    CHECK(world.post("/spaser/registres/nouveau", {{"acheteur", "1"}, {"genre", "espion"}, {"titre", "x"}}).status ==
          422);
    CHECK(world.get("/spaser/registres?acheteur=un").status == 400);
}
