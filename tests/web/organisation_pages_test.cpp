// The sheet of a buyer or a company on the web.
#include <boost/json/array.hpp>

#include "clausier/app/markets.hpp"
#include "hostile.hpp"

using namespace clausier;
using testing::WatchedWorld;

namespace {

void add_market(WatchedWorld& world, const char* buyer) {
    REQUIRE(
        world
            .tried_form(
                "/marches/nouveau",
                {{"acheteur", buyer}, {"objet", "École"}, {"montant_1", "200000"}, {"metier_1", "interior_painting"}})
            .status == 303);
}

}  // namespace

TEST_CASE("a buyer is shown with its markets, which its link lists") {
    WatchedWorld world;
    add_market(world, "Commune de Valbrume");
    const std::string page = world.tried("GET", "/organisations/1").body;
    CHECK(page.find("<h1>Commune de Valbrume</h1>") != std::string::npos);
    CHECK(page.find("<a href=\"/marches?acheteur=1\">1\u00a0marché</a>") != std::string::npos);
    CHECK(testing::json_of(world.get("/marches.json?acheteur=1")).at("marches_total").as_int64() == 1);
    CHECK(testing::json_of(world.get("/marches.json?titulaire=1")).at("marches_total").as_int64() == 0);
    const auto document = testing::json_of(world.get("/organisations/1.json"));
    CHECK(document.at("marches_passes").as_int64() == 1);
    CHECK(world.tried("GET", "/organisations/1").headers.get("cache-control") == "no-store");
    CHECK(world.tried("GET", "/organisations/9").status == 404);
}

TEST_CASE("the address of an organisation merged into another leads to it") {
    WatchedWorld world;
    add_market(world, "Commune de Valbrume");
    REQUIRE(world
                .tried_form("/marches/nouveau", {{"acheteur", "Mairie de Valbrume"},
                                                 {"objet", "Gymnase"},
                                                 {"montant_1", "1000"},
                                                 {"metier_1", "interior_painting"}})
                .status == 303);
    app::merge_buyers({testing::fixed_day(), "essai"}, world.base, "Mairie de Valbrume", "Commune de Valbrume");
    CHECK(world.tried("GET", "/organisations/2").headers.get("location") == "/organisations/1");
    CHECK(testing::json_of(world.get("/organisations/2.json")).at("marches_passes").as_int64() == 2);
}
