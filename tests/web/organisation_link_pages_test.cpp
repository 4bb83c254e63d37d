// The forms of OPCS and functions: what is chosen is kept, and a fault is told beside its field.
#include <catch2/catch_test_macros.hpp>

#include "enquiry_world.hpp"

using namespace clausier;
using testing::has;

namespace {

struct World : testing::WebWorld {
    World() {
        REQUIRE(post("/marches/nouveau", {{"acheteur", "Commune de Valbrume"},
                                          {"objet", "École"},
                                          {"marche", "2026-01"},
                                          {"intitule_1", "Peinture"},
                                          {"montant_1", "200000"}})
                    .status == 303);
    }
};

}  // namespace

TEST_CASE("an organisation is made an OPCS on its form, and leads a lot on the lot's") {
    World world;
    CHECK(has(world.get("/lots/1/opcs"), "donnez d’abord la fonction «\u00a0OPCS\u00a0» à une organisation"));
    CHECK(world.post("/organisations/1/fonctions", {{"fonction", "opcs"}, {"fonction", "acheteur"}}).status == 303);
    const http::Response functions = world.get("/organisations/1/fonctions");
    CHECK(has(functions, "value=\"opcs\" checked"));
    CHECK_FALSE(has(functions, "value=\"reseau\" checked"));
    CHECK(world.post("/lots/1/opcs", {{"pilote", "1"}}).headers.get("location") == "/lots/1?fait=opcs-enregistrees");
    CHECK(has(world.get("/lots/1/opcs"), "value=\"1\" selected"));
    CHECK(has(world.get("/lots/1"), "<dt>OPCS</dt><dd>Commune de Valbrume"));
}

TEST_CASE("what the rule refuses is told on the form, with what was chosen") {
    World world;
    REQUIRE(world.post("/organisations/1/fonctions", {{"fonction", "opcs"}}).status == 303);
    const http::Response none = world.post("/lots/1/opcs", {{"associes", "1"}});
    CHECK(none.status == 422);
    CHECK(has(none, "aucune OPCS ne pilote ce lot"));
    CHECK(has(none, "value=\"1\" checked"));
    CHECK(world.post("/lots/1/opcs", {{"pilote", "99"}}).status == 422);
    CHECK(world.post("/lots/1/opcs", {{"pilote", "mairie"}}).status == 422);
    CHECK(world.post("/organisations/1/fonctions", {{"fonction", "mairie"}}).status == 422);
    CHECK(world.get("/organisations/99/fonctions").status == 404);
    CHECK(world.get("/lots/99/opcs").status == 404);
}
