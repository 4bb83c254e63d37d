// AGEC declarations on the web: parts never over their total, the file has the columns of the national schema.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "enquiry_world.hpp"

using namespace clausier;
using testing::EnquiryWorld;
using testing::has;
using testing::json_of;

TEST_CASE("a declaration is checked, kept, exported and taken away") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    http::Fields sent{
        {"acheteur", "1"}, {"annee", "2025"}, {"produit", "papier"}, {"total", "15 000"}, {"reemploi", "16 000"}};
    const http::Response over = world.post("/spaser/registres/agec/nouvelle", sent);
    CHECK(over.status == 422);
    CHECK(has(over, "id=\"reemploi-erreur\""));
    sent = {{"acheteur", "1"}, {"annee", "2025"}, {"produit", "papier"}, {"total", "15 000"}, {"reemploi", "5 000"}};
    REQUIRE(world.post("/spaser/registres/agec/nouvelle", sent).status == 303);
    CHECK(world.post("/spaser/registres/agec/nouvelle", sent).status == 409);
    const auto document = json_of(world.get("/spaser/registres/agec.json"));
    CHECK(document.at("declarations").at(0).at("montant_reemploi_et_reutilisation").as_string() == "5000.00");
    CHECK(has(world.get("/spaser/registres/agec.csv"), "Papier"));
    CHECK(has(world.get("/spaser/registres"), "/spaser/registres/agec/1/modifier"));
    CHECK(has(world.get("/spaser/registres/agec/1/modifier"), "value=\"5000\""));
    CHECK(world.post("/spaser/registres/agec/1/retirer", {}).status == 303);
    CHECK(has(world.get("/spaser/registres/agec"), "Aucune dépense"));
}
