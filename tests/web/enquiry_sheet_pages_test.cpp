// The states of a dossier: what is missing is said before it is asked, and refused when it is asked all the same.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "enquiry_world.hpp"

using namespace clausier;
using testing::EnquiryWorld;
using testing::has;
using testing::json_of;

TEST_CASE("the whole life of a dossier, from the call to the market, by forms alone") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    REQUIRE(world.move("etudie", {{"note", "Vu au téléphone"}}).headers.get("location") ==
            "/dossiers/1?fait=etat-change");
    REQUIRE(world.add_scenario().headers.get("location") == "/dossiers/1/scenarios/1?fait=scenario-cree");
    REQUIRE(world.choose(1).status == 303);
    REQUIRE(world.edit({{"publics_presents", "oui"}, {"publics", "long_unemployment"}}).status == 303);
    REQUIRE(world.move("preconise").status == 303);
    REQUIRE(world.move("accepte").status == 303);
    REQUIRE(world.edit({{"date_consultation", "2026-11-10"}, {"date_reponses", "2026-11-20"}}).status == 303);
    REQUIRE(world.add_grid().status == 303);
    REQUIRE(world.move("en_consultation").status == 303);
    REQUIRE(world.add_offer(1, "Bâtisseurs de la Lorne", "250", true).status == 303);
    REQUIRE(world.add_offer(2, "Plomberie du Val", "", true).status == 303);
    REQUIRE(world.move("offres_analysees").status == 303);
    const http::Response before = world.get("/dossiers/1/attribuer");
    REQUIRE(before.status == 200);
    CHECK(has(before, "proposées, plus que le minimum de 199\u00a0h"));
    CHECK(has(before, "Bâtisseurs de la Lorne"));
    // The button asks once more, and Enter in a field does not press it.
    CHECK(has(before, "<summary class=\"bouton\">Attribuer et créer le marché…"));
    CHECK(has(before, "<button type=\"submit\" disabled hidden>"));
    const http::Response done =
        world.post("/dossiers/1/attribuer",
                   {{"marche", "2026-07"}, {"date_notification", "2026-11-20"}, {"revision", world.revision()}});
    REQUIRE(done.headers.get("location") == "/dossiers/1?fait=dossier-attribue");
    const http::Response sheet = world.get("/dossiers/1");
    CHECK(has(sheet, "<a href=\"/marches/1\">2026-07</a>"));
    CHECK(has(sheet, "Lots attribués</dt><dd>2</dd>"));
    CHECK(has(sheet, "proposées, plus que le minimum de 199\u00a0h"));
    CHECK(has(sheet, "data-t=\"Par\">une page</td>"));
    CHECK_FALSE(has(sheet, "/dossiers/1/retirer"));
    CHECK(has(sheet, "<li aria-current=\"step\">Attribué</li>"));
    CHECK(has(sheet, "Vu au téléphone"));
    CHECK_FALSE(has(sheet, "name=\"etat\""));
    const auto market = json_of(world.get("/marches/1.json"));
    CHECK(market.at("marche").as_string() == "2026-07");
    const auto& lots = market.at("lots").as_array();
    REQUIRE(lots.size() == 2);
    CHECK(lots.at(0).at("heures").as_string() == "250.00");
    CHECK(lots.at(0).at("titulaires").as_array().at(0).at("nom").as_string() == "Bâtisseurs de la Lorne");
    CHECK(lots.at(1).at("heures").as_string() != "250.00");
    CHECK(json_of(world.get("/dossiers/1.json")).at("historique").as_array().size() >= 6);
}

TEST_CASE("the sheet says what the next state waits for, each lack a link to what mends it") {
    EnquiryWorld world;
    REQUIRE(world.post("/dossiers/creer", {{"acheteur", "Commune de Valbrume"}, {"objet", "École"}}).status == 303);
    const http::Response bare = world.get("/dossiers/1");
    CHECK(has(bare, "<b>«\u00a0Marquer comme étudié\u00a0»</b> attend encore"));
    CHECK(has(bare, "href=\"/dossiers/1/lots\""));
    CHECK_FALSE(has(bare, "value=\"etudie\">Marquer"));
    CHECK(has(bare, "Aucun lot n’est encore décrit"));
}

TEST_CASE("a state cannot be jumped to: the answer says what is missing and where") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    const http::Response early = world.move("preconise");
    REQUIRE(early.status == 422);
    CHECK(has(early, "Le dossier n’a pas changé"));
    CHECK(has(early, "choisissez le scénario que vous préconisez"));
    CHECK(has(early, "href=\"/dossiers/1/scenarios\""));
    const http::Response far = world.move("en_consultation");
    CHECK(far.status == 409);
    CHECK(has(far, "notez d’abord ce que répond l’acheteur"));
    CHECK(world.move("attribue").status == 422);
    CHECK(world.move("zz").status == 422);
    CHECK(json_of(world.get("/dossiers/1.json")).at("etat").as_string() == "sollicite");
    // The reader of JSON is told the same.
    const http::Response stale = world.post("/dossiers/1/etat", {{"etat", "etudie"}, {"revision", "99"}});
    CHECK(stale.status == 409);
}

TEST_CASE("a recommendation lacks its undecided lots and its publics, each at its place") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    REQUIRE(world.add_scenario("Sans choix", "").status == 303);
    REQUIRE(world.choose(1).status == 303);
    const http::Response early = world.move("preconise");
    REQUIRE(early.status == 422);
    CHECK(has(early, "href=\"/dossiers/1/scenarios/1#clause_1\""));
    CHECK(has(early, "href=\"/dossiers/1/scenarios/1#clause_2\""));
    const http::Response field = world.get("/dossiers/1/scenarios/1");
    CHECK(has(field, "id=\"clause_2\""));
    REQUIRE(world.add_scenario().status == 303);
    REQUIRE(world.choose(2).status == 303);
    const http::Response publics = world.move("preconise");
    CHECK(publics.status == 422);
    CHECK(has(publics, "href=\"/dossiers/1/modifier#publics\""));
    CHECK(has(world.get("/dossiers/1/modifier"), "<fieldset id=\"publics\""));
}

TEST_CASE("a refusal keeps its reason, and a dossier goes back with everything it had") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    REQUIRE(world.add_scenario().status == 303);
    REQUIRE(world.choose(1).status == 303);
    REQUIRE(world.edit({{"publics_presents", "oui"}, {"publics", "long_unemployment"}}).status == 303);
    REQUIRE(world.move("preconise").status == 303);
    CHECK(has(world.get("/dossiers/1"), "Noter le refus"));
    const http::Response mute = world.move("refuse");
    CHECK(mute.status == 422);
    CHECK(has(mute, "écrivez pourquoi l’acheteur refuse"));
    REQUIRE(world.move("refuse", {{"motif_refus", "Trop court"}}).status == 303);
    CHECK(has(world.get("/dossiers/1"), "Trop court"));
    REQUIRE(world.move("preconise", {{"note", "Il reconsidère"}}).status == 303);
    REQUIRE(world.move("refuse", {{"motif_refus", "Budget gelé"}}).status == 303);
    const auto document = json_of(world.get("/dossiers/1.json"));
    CHECK(document.at("motif_refus").as_string() == "Budget gelé");
    CHECK(document.at("historique").as_array().size() == 4);
    CHECK(has(world.get("/dossiers/1"), "revenir à préconisé"));
}

TEST_CASE("a dossier is taken away once confirmed, unless somebody has written since") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    CHECK(has(world.get("/dossiers/1"), "Oui, retirer ce dossier"));
    CHECK(world.post("/dossiers/1/retirer", {{"revision", "99"}}).status == 409);
    REQUIRE(world.get("/dossiers/1").status == 200);
    const http::Response gone = world.post("/dossiers/1/retirer", {{"revision", world.revision()}});
    CHECK(gone.headers.get("location") == "/dossiers?fait=dossier-retire");
    CHECK(world.get("/dossiers/1").status == 404);
}

TEST_CASE("hours that cannot be computed are told under the scenarios, in the words of pages, once a lot") {
    EnquiryWorld world;
    REQUIRE(world
                .post("/dossiers/creer", {{"acheteur", "Commune de Valbrume"},
                                          {"objet", "Zzzz"},
                                          {"besoin_estime", "500000"},
                                          {"intitule_1", "Zzzz"},
                                          {"montant_1", "200000"},
                                          {"intitule_2", "Peinture intérieure"}})
                .status == 303);
    REQUIRE(world.add_scenario("A", "insertion").status == 303);
    REQUIRE(world.add_scenario("B", "insertion").status == 303);
    for (const char* path : {"/dossiers/1", "/dossiers/1/scenarios"}) {
        CAPTURE(path);
        const http::Response page = world.get(path);
        CHECK(has(page, "<li>Lot 1\u00a0: Zzzz. Les heures manquent\u00a0: aucun métier n’est reconnu"));
        CHECK(has(page, "dans le scénario, ou choisissez un métier"));
        CHECK_FALSE(has(page, "--part-mo"));
        CHECK(has(page, "métier trouvé\u00a0: Peinture intérieure"));
        CHECK(has(page, "pour 1\u00a0lot sur 2, besoin estimé 500"));
    }
    const http::Response lots = world.get("/dossiers/1/lots");
    CHECK(has(lots, "<small class=\"doux\">Peinture intérieure, 70\u00a0%</small>"));
}

TEST_CASE("texts that look like markup stand escaped on every page of a dossier") {
    EnquiryWorld world;
    const std::string text = "zq<b>\"zq'zq&zq.";
    REQUIRE(world
                .post("/dossiers/creer", {{"acheteur", text},
                                          {"objet", text},
                                          {"referent", text},
                                          {"note", text},
                                          {"intitule_1", text},
                                          {"montant_1", "200000"}})
                .status == 303);
    REQUIRE(world.add_scenario(text).status == 303);
    REQUIRE(world.choose(1).status == 303);
    REQUIRE(world.move("etudie", {{"note", text}}).status == 303);
    REQUIRE(world
                .post("/dossiers/1/offres/grille", {{"poids", "10"},
                                                    {"note_max", "10"},
                                                    {"libelle_1", text},
                                                    {"poids_1", "100"},
                                                    {"attendu_1", text},
                                                    {"revision", world.revision()}})
                .status == 303);
    REQUIRE(world
                .post("/dossiers/1/offres/nouvelle",
                      {{"lot", "1"}, {"entreprise", text}, {"note_1", "5"}, {"justification_1", text}})
                .status == 303);
    for (const char* path : {"/", "/dossiers", "/dossiers/1", "/dossiers/ratio", "/dossiers/1/lots",
                             "/dossiers/1/modifier", "/dossiers/1/scenarios", "/dossiers/1/scenarios/1",
                             "/dossiers/1/offres", "/dossiers/1/offres/1", "/dossiers/1/attribuer"}) {
        CAPTURE(path);
        const http::Response page = world.get(path);
        CHECK(page.status == 200);
        CHECK(has(page, "zq&lt;b&gt;"));
        CHECK_FALSE(has(page, "zq<"));
        CHECK_FALSE(has(page, "zq&zq"));
    }
}
