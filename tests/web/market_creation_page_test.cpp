// « Créer le marché » from the lots of a calculation.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/markets.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::has;
using testing::WebWorld;

namespace {

const http::Fields lots{{"intitule_1", "Peinture"}, {"metier_1", "interior_painting"},
                        {"montant_1", "200000"},    {"intitule_2", "Carrelage"},
                        {"montant_2", "80000"},     {"taux", "10"}};

http::Fields with(http::Fields fields) {
    for (const http::Header& field : lots) fields.add(field.name, field.value);
    return fields;
}

}  // namespace

TEST_CASE("the calculator leads to a form that carries its lots") {
    WebWorld world;
    const http::Response calculation = world.get("/calcul?" + http::encode_query(lots));
    CHECK(has(calculation, "href=\"/marches/nouveau?taux=10&amp;intitule_1=Peinture"));
    const http::Response page = world.get("/marches/nouveau?mois=18&" + http::encode_query(lots));
    REQUIRE(page.status == 200);
    CHECK(has(page, "name=\"montant_2\" value=\"80000\""));
    CHECK(has(page, "name=\"duree_mois\" type=\"text\" value=\"18\""));
    CHECK(has(page, "398\u00a0h"));
    CHECK(has(world.get("/marches/nouveau"), "Aucun lot ne vient du calcul"));
}

TEST_CASE("a market is made with its lots, their hours and their calculations") {
    WebWorld world;
    const http::Response done = world.post("/marches/nouveau", with({{"acheteur", "Commune de Valbrume"},
                                                                     {"objet", "Rénovation de l’école"},
                                                                     {"marche", "2026-07"},
                                                                     {"duree_mois", "18"}}));
    REQUIRE(done.status == 303);
    CHECK(done.headers.get("location") == "/marches/1?fait=marche-cree");
    const domain::MarketSheet sheet = app::find_market(world.base, "1", "");
    CHECK(sheet.market.reference == "2026-07");
    CHECK(sheet.buyer.name == "Commune de Valbrume");
    CHECK(sheet.market.duration_months == 18);
    REQUIRE(sheet.lots.size() == 2);
    CHECK(sheet.lots[0].hours == core::Hours::whole(398));
    CHECK(sheet.lots[0].amount_estimated == core::Euros::whole(200'000));
    CHECK(sheet.lots[0].effort == core::Rate::of(1000));
}

TEST_CASE("a form that lacks something comes back with what was typed, and nothing is made") {
    WebWorld world;
    const http::Response page = world.post("/marches/nouveau", with({{"marche", "2026-07"}, {"duree_mois", "9999"}}));
    CHECK(page.status == 422);
    CHECK(has(page, "href=\"#acheteur\""));
    CHECK(has(page, "href=\"#objet\""));
    CHECK(has(page, "href=\"#duree_mois\""));
    CHECK(has(page, "value=\"2026-07\""));
    CHECK(has(page, "name=\"montant_2\" value=\"80000\""));
    const http::Response none =
        world.post("/marches/nouveau", {{"acheteur", "Commune de Valbrume"}, {"objet", "École"}});
    CHECK(none.status == 422);
    CHECK(has(none, "ajoutez au moins un lot"));
    const http::Response broken =
        world.post("/marches/nouveau", {{"acheteur", "Commune de Valbrume"}, {"objet", "École"}, {"montant_1", "abc"}});
    CHECK(broken.status == 422);
    CHECK(has(broken, "dans le calcul"));
    CHECK(app::list_markets(world.base, {}).markets == 0);
}

TEST_CASE("the same reference twice is a conflict told by its field") {
    WebWorld world;
    const http::Fields market = with({{"acheteur", "Commune de Valbrume"}, {"objet", "École"}, {"marche", "2026-07"}});
    REQUIRE(world.post("/marches/nouveau", market).status == 303);
    const http::Response again = world.post("/marches/nouveau", market);
    CHECK(again.status == 422);
    CHECK(has(again, "href=\"#marche\""));
}
