// The award: what it will make is said, what it lacks is said, and the market of that reference is not made twice.
#include <catch2/catch_test_macros.hpp>

#include "enquiry_world.hpp"

using namespace clausier;
using testing::EnquiryWorld;
using testing::has;

TEST_CASE("before its offers a dossier is not awarded, and the page says what each lot lacks") {
    EnquiryWorld world;
    world.prepare();
    const http::Response page = world.get("/dossiers/1/attribuer");
    REQUIRE(page.status == 200);
    CHECK(has(page, "Avant d’attribuer"));
    CHECK(has(page, "href=\"/dossiers/1/offres#lot-2\""));
    CHECK_FALSE(has(page, "Attribuer et créer le marché"));
    const http::Response forced = world.post("/dossiers/1/attribuer", {{"revision", world.revision()}});
    CHECK(forced.status == 422);
    CHECK(has(forced, "aucune offre n’est retenue pour le lot 2"));
    EnquiryWorld fresh;
    REQUIRE(fresh.create().status == 303);
    CHECK(has(fresh.get("/dossiers/1/attribuer"), "notez d’abord ce que répond l’acheteur"));
}

TEST_CASE("a reference that the buyer has already is refused beside its field, and a stale page too") {
    EnquiryWorld world;
    REQUIRE(world
                .post("/marches/nouveau", {{"acheteur", "Commune de Valbrume"},
                                           {"objet", "École"},
                                           {"marche", "2026-07"},
                                           {"intitule_1", "Peinture"},
                                           {"montant_1", "1000"},
                                           {"taux", "5"}})
                .status == 303);
    world.prepare();
    REQUIRE(world.add_offer(1, "Bâtisseurs de la Lorne", "", true).status == 303);
    REQUIRE(world.add_offer(2, "Plomberie du Val", "", true).status == 303);
    const std::string revision = world.revision();
    const http::Response taken = world.post("/dossiers/1/attribuer", {{"marche", "2026-07"}, {"revision", revision}});
    CHECK(taken.status == 409);
    CHECK(has(taken, "id=\"marche-erreur\""));
    CHECK(has(taken, "value=\"2026-07\""));
    CHECK(world.post("/dossiers/1/attribuer", {{"marche", "2026-08"}, {"revision", "0"}}).status == 409);
    CHECK(world.post("/dossiers/1/attribuer", {{"date_notification", "hier"}, {"revision", revision}}).status == 422);
    CHECK(world.post("/dossiers/1/attribuer", {{"marche", "2026-08"}, {"revision", revision}}).status == 303);
    const http::Response closed = world.post("/dossiers/1/lots", {{"lot_1", "1"}, {"revision", world.revision()}});
    CHECK(closed.status == 409);
    CHECK_FALSE(has(closed, "Quelqu’un d’autre"));
}

TEST_CASE("a clause of several forms is asked for at the award, beside its field, and written as it is said") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    REQUIRE(world.add_scenario("Formation", "training").status == 303);
    REQUIRE(world.choose(1).status == 303);
    REQUIRE(world
                .edit({{"publics_presents", "oui"},
                       {"publics", "long_unemployment"},
                       {"date_consultation", "2026-11-10"},
                       {"date_reponses", "2026-11-20"}})
                .status == 303);
    REQUIRE(world.move("preconise").status == 303);
    REQUIRE(world.move("accepte").status == 303);
    REQUIRE(world.add_offer(1, "Bâtisseurs de la Lorne", "", true).status == 303);
    REQUIRE(world.add_offer(2, "Plomberie du Val", "", true).status == 303);
    const http::Response page = world.get("/dossiers/1/attribuer");
    CHECK(has(page, "name=\"forme_1\""));
    CHECK(has(page, "name=\"forme_2\""));
    const auto award = [&](http::Fields fields) {
        fields.add("marche", "2026-09");
        fields.add("revision", world.revision());
        return world.post("/dossiers/1/attribuer", fields);
    };
    const http::Response half = award({{"forme_1", "critere"}});
    CHECK(half.status == 422);
    CHECK(has(half, "href=\"#forme_2\""));
    CHECK_FALSE(has(half, "href=\"#forme_1\""));
    CHECK(has(half, "<option value=\"critere\" selected>"));
    CHECK(award({{"forme_1", "lune"}, {"forme_2", "clause"}}).status == 422);
    REQUIRE(award({{"forme_1", "critere"}, {"forme_2", "les_deux"}}).status == 303);
    const auto market = testing::json_of(world.get("/marches/1.json"));
    CHECK(market.at("considerations_sociales").as_string() == "Clause sociale, Critère social");
    CHECK(has(world.get("/lots/1"), "Critère social"));
}
