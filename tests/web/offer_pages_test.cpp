// The analysis of offers: the grid, the marks with why, the ranks, the offer that is kept, and the report.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "enquiry_world.hpp"

using namespace clausier;
using testing::EnquiryWorld;
using testing::has;
using testing::json_of;

namespace {

void prepare(EnquiryWorld& world) {
    REQUIRE(world.create().status == 303);
    REQUIRE(world.add_scenario().status == 303);
    REQUIRE(world.choose(1).status == 303);
    REQUIRE(world.add_grid().status == 303);
}

}  // namespace

TEST_CASE("a grid whose weights do not make a hundred is refused at its last weight") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    const http::Response short_of = world.post("/dossiers/1/offres/grille", {{"poids", "10"},
                                                                             {"note_max", "10"},
                                                                             {"libelle_1", "Encadrement"},
                                                                             {"poids_1", "60"},
                                                                             {"libelle_2", "Parcours"},
                                                                             {"poids_2", "30"},
                                                                             {"revision", world.revision()}});
    REQUIRE(short_of.status == 422);
    CHECK(has(short_of, "id=\"poids_2-erreur\""));
    CHECK(has(short_of, "90\u00a0%"));
    CHECK(has(short_of, "value=\"Parcours\""));
    const http::Response nameless =
        world.post("/dossiers/1/offres/grille",
                   {{"poids", "dix"}, {"note_max", "10"}, {"poids_1", "100"}, {"revision", world.revision()}});
    CHECK(nameless.status == 422);
    CHECK(has(nameless, "id=\"poids-erreur\""));
    const http::Response stale = world.post(
        "/dossiers/1/offres/grille",
        {{"poids", "10"}, {"note_max", "10"}, {"libelle_1", "Encadrement"}, {"poids_1", "100"}, {"revision", "0"}});
    CHECK(stale.status == 409);
    CHECK(has(world.post("/dossiers/1/offres/grille", {{"libelle_1", "Encadrement"}, {"ajouter", "critere"}}),
              "name=\"libelle_2\""));
}

TEST_CASE("marks make points and ranks, more than the minimum is told, and one offer is kept") {
    EnquiryWorld world;
    prepare(world);
    REQUIRE(world.add_offer(1, "Bâtisseurs de la Lorne", "250", false).headers.get("location") ==
            "/dossiers/1/offres?fait=offre-enregistree");
    REQUIRE(world
                .post("/dossiers/1/offres/nouvelle",
                      {{"lot", "1"}, {"entreprise", "Peinture du Val"}, {"note_1", "9"}, {"note_2", "8,5"}})
                .status == 303);
    const http::Response page = world.get("/dossiers/1/offres");
    REQUIRE(page.status == 200);
    CHECK(has(page, "Somme des poids</th><td class=\"num\" data-t=\"Poids\">100\u00a0%"));
    CHECK(has(page, "Tuteur décrit"));
    CHECK(has(page, "plus que le minimum"));
    CHECK(has(page, "<b>1er</b>"));
    const auto offers = json_of(world.get("/dossiers/1/offres.json")).at("offres").as_array();
    REQUIRE(offers.size() == 2);
    // 60 % × 9 + 40 % × 8,5 = 8,80; 10 % × 8,80 ÷ 10 = 8,80 points.
    CHECK(offers.at(0).at("entreprise").as_string() == "Peinture du Val");
    CHECK(offers.at(0).at("note").as_string() == "8.80");
    CHECK(offers.at(0).at("points").as_string() == "8.80");
    CHECK(offers.at(1).at("rang").to_number<int>() == 2);
    CHECK(offers.at(1).at("heures_engagees").as_string() == "250.00");
    const http::Response stale = world.post("/dossiers/1/offres/1/retenir", {{"revision", "99"}});
    CHECK(stale.status == 409);
    REQUIRE(world.post("/dossiers/1/offres/1/retenir", {{"revision", "1"}}).status == 303);
    REQUIRE(world.post("/dossiers/1/offres/2/retenir", {{"revision", "1"}}).status == 303);
    const auto kept = json_of(world.get("/dossiers/1/offres.json")).at("offres").as_array();
    CHECK(kept.at(0).at("retenue").as_bool());
    CHECK_FALSE(kept.at(1).at("retenue").as_bool());
    CHECK(has(world.get("/dossiers/1"), "Peinture du Val"));
}

TEST_CASE("an offer below the minimum is said to be so, and its hours are not those of the minimum") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    CHECK(has(world.get("/dossiers/1/offres"), "Aucune grille"));
    REQUIRE(world.add_scenario().status == 303);
    REQUIRE(world.choose(1).status == 303);
    CHECK(has(world.get("/dossiers/1/offres"), "2\u00a0lots portent un critère social"));
    REQUIRE(world.add_grid().status == 303);
    REQUIRE(world.add_offer(1, "Bâtisseurs de la Lorne", "100", false).status == 303);
    const http::Response page = world.get("/dossiers/1/offres");
    CHECK(has(page, "moins que le minimum"));
    CHECK(has(page, "data-t=\"Heures engagées\"><span>—"));
    const http::Response kept = world.post("/dossiers/1/offres/1/retenir", {{"revision", "1"}});
    CHECK(kept.status == 422);
    CHECK(has(kept, "id=\"heures-erreur\""));
}

TEST_CASE("an offer's faults stand beside their fields, a conflict tells both values, and it is taken away") {
    EnquiryWorld world;
    prepare(world);
    const http::Response faulty = world.post(
        "/dossiers/1/offres/nouvelle",
        {{"lot", "1"}, {"siret", "12"}, {"montant", "abc"}, {"note_1", "11"}, {"justification_2", "sans note"}});
    REQUIRE(faulty.status == 422);
    for (const char* field : {"siret", "montant", "note_2"}) {
        CAPTURE(field);
        CHECK(has(faulty, "id=\"" + std::string(field) + "-erreur\""));
    }
    const http::Response over =
        world.post("/dossiers/1/offres/nouvelle", {{"lot", "1"}, {"entreprise", ""}, {"note_1", "11"}});
    CHECK(over.status == 422);
    CHECK(has(over, "id=\"entreprise-erreur\""));
    CHECK(has(over, "id=\"note_1-erreur\""));
    CHECK(world.post("/dossiers/1/offres/nouvelle", {{"lot", "99"}, {"entreprise", "X"}}).status == 422);
    REQUIRE(world.add_offer(1, "Bâtisseurs de la Lorne", "250", false).status == 303);
    CHECK(has(world.get("/dossiers/1/offres/1"), "value=\"7,5\""));
    const http::Fields edited{{"lot", "1"}, {"entreprise", "Bâtisseurs"}, {"heures", "260"}, {"revision", "1"}};
    REQUIRE(world.post("/dossiers/1/offres/1", edited).status == 303);
    const http::Response stale = world.post(
        "/dossiers/1/offres/1", {{"lot", "1"}, {"entreprise", "Bâtisseurs"}, {"heures", "300"}, {"revision", "1"}});
    CHECK(stale.status == 409);
    CHECK(has(stale, "260\u00a0h"));
    CHECK(has(stale, "300\u00a0h"));
    REQUIRE(world.post("/dossiers/1/offres/1/retirer", {}).status == 303);
    CHECK(json_of(world.get("/dossiers/1/offres.json")).at("offres").as_array().empty());
}

TEST_CASE("the analysis leaves as a document and as a table") {
    EnquiryWorld world;
    prepare(world);
    REQUIRE(world.add_offer(1, "Bâtisseurs de la Lorne", "250", true).status == 303);
    for (const char* suffix : {".docx", ".odt", ".pdf"}) {
        CAPTURE(suffix);
        const http::Response file = world.get("/dossiers/1/offres" + std::string(suffix));
        REQUIRE(file.status == 200);
        CHECK(file.body.size() > 500);
        CHECK(file.headers.get("content-disposition")->find(suffix) != std::string_view::npos);
    }
    const http::Response csv = world.get("/dossiers/1/offres.csv");
    CHECK(has(csv, "note_encadrement"));
    CHECK(has(csv, "justification_encadrement"));
    CHECK(has(csv, "Tuteur décrit"));
    CHECK(world.get("/dossiers/1/offres.xlsx").file != nullptr);
}
