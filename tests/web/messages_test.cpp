// What a page says after something was done: words of ours only, each of which a page sends.
#include "messages.hpp"

#include <catch2/catch_test_macros.hpp>

#include "web_world.hpp"

using namespace clausier;

TEST_CASE("a word of ours has its sentence, any other says nothing") {
    CHECK(web::message("marche-cree") == "Le marché est créé, avec ses lots et leurs heures.");
    CHECK(web::message("").empty());
    CHECK(web::message("marche").empty());
    CHECK(web::message("Vous avez gagné").empty());
}

TEST_CASE("an address cannot make a page say what it likes") {
    testing::WebWorld world;
    CHECK(world.get("/marches?fait=Vous+avez+gagn%C3%A9").body.find("gagné") == std::string::npos);
    CHECK(world.get("/marches?fait=import-annule").body.find("L’import est annulé") != std::string::npos);
}
