// Schemes and targets on the web: what is wrong stands beside its field, and two hands do not undo each other.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "enquiry_world.hpp"

using namespace clausier;
using testing::EnquiryWorld;
using testing::has;
using testing::json_of;

namespace {

const http::Fields scheme{
    {"titre", "Schéma 2024-2028"}, {"premiere_annee", "2024"}, {"derniere_annee", "2028"}, {"acheteurs", "1"}};

void prepare(EnquiryWorld& world) {
    REQUIRE(world.create().status == 303);
    REQUIRE(world.post("/spaser/cibles/schemas/nouveau", scheme).status == 303);
}

}  // namespace

TEST_CASE("without a scheme the page says what one is for") {
    EnquiryWorld world;
    CHECK(has(world.get("/spaser/cibles"), "Aucun schéma n’est encore enregistré"));
    CHECK(json_of(world.get("/spaser/cibles.json")).at("cibles").as_array().empty());
}

TEST_CASE("a scheme is shown with its buyers and targets, and leaves as a table") {
    EnquiryWorld world;
    prepare(world);
    REQUIRE(world
                .post("/spaser/cibles/schemas/1/cible",
                      {{"indicateur", "S1"}, {"mesure", "nombre"}, {"annee", "2026"}, {"valeur", "30 %"}})
                .status == 303);
    const http::Response page = world.get("/spaser/cibles");
    CHECK(has(page, "Schéma 2024-2028"));
    CHECK(has(page, "Commune de Valbrume"));
    CHECK(has(page, "30\u00a0%"));
    CHECK(has(world.get("/spaser/cibles.csv"), "Schéma 2024-2028"));
    CHECK(world.get("/spaser/cibles.xlsx").file != nullptr);
}

TEST_CASE("what is wrong stands beside its field, with what was typed") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    const http::Response page =
        world.post("/spaser/cibles/schemas/nouveau",
                   {{"titre", "Essai"}, {"premiere_annee", "2028"}, {"derniere_annee", "2024"}, {"url", "valbrume"}});
    CHECK(page.status == 422);
    for (const char* field : {"derniere_annee", "url", "acheteurs"})
        CHECK(has(page, "id=\"" + std::string(field) + "-erreur\""));
    CHECK(has(page, "value=\"Essai\""));
    REQUIRE(world.post("/spaser/cibles/schemas/nouveau", scheme).status == 303);
    const http::Response target =
        world.post("/spaser/cibles/schemas/1/cible",
                   {{"indicateur", "S1"}, {"mesure", "nombre"}, {"annee", "2026"}, {"valeur", "beaucoup"}});
    CHECK(target.status == 422);
    CHECK(has(target, "id=\"valeur-erreur\""));
    CHECK(world
              .post("/spaser/cibles/schemas/9/cible",
                    {{"indicateur", "S1"}, {"mesure", "nombre"}, {"annee", "2026"}, {"valeur", "3"}})
              .status == 404);
}

TEST_CASE("two hands at once: the second sees what the first has written") {
    EnquiryWorld world;
    prepare(world);
    http::Fields first = scheme;
    first.add("edition", "2e");
    first.add("revision", "1");
    REQUIRE(world.post("/spaser/cibles/schemas/1/modifier", first).status == 303);
    http::Fields second = scheme;
    second.add("edition", "3e");
    second.add("revision", "1");
    const http::Response page = world.post("/spaser/cibles/schemas/1/modifier", second);
    CHECK(page.status == 409);
    CHECK(has(page, "2e"));
    CHECK(has(page, "value=\"3e\""));
    CHECK(has(page, "name=\"revision\" value=\"2\""));
}

TEST_CASE("targets and schemes are changed and taken away") {
    EnquiryWorld world;
    prepare(world);
    REQUIRE(world
                .post("/spaser/cibles/schemas/1/cible",
                      {{"indicateur", "S1"}, {"mesure", "nombre"}, {"annee", "2026"}, {"valeur", "30"}})
                .status == 303);
    CHECK(has(world.get("/spaser/cibles/1/modifier"), "value=\"30\""));
    REQUIRE(
        world
            .post(
                "/spaser/cibles/1/modifier",
                {{"indicateur", "S1"}, {"mesure", "montant"}, {"annee", "2027"}, {"valeur", "12,5"}, {"revision", "1"}})
            .status == 303);
    CHECK(json_of(world.get("/spaser/cibles.json")).at("cibles").at(0).at("valeur").as_string() == "12.50");
    CHECK(world.post("/spaser/cibles/1/retirer", {}).status == 303);
    CHECK(world.get("/spaser/cibles/1/modifier").status == 404);
    CHECK(world.post("/spaser/cibles/schemas/1/retirer", {}).status == 303);
    CHECK(world.get("/spaser/cibles/schemas/1/modifier").status == 404);
}
