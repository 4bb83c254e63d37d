// The pages of structures: listed, added, changed, imported after a look, undone.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "web_world.hpp"

using namespace clausier;
using testing::has;
using testing::json_of;
using testing::WebWorld;

namespace {

const std::string siret = "21990001000014";

http::Fields site(const std::string& number = "219 900 010 000 14", const std::string& city = "Metz") {
    return {{"type", "ACI"},
            {"nom", "Les Tilleuls"},
            {"siret", number},
            {"departement", "57"},
            {"commune", city},
            {"agrement_1_genre", "convention"},
            {"agrement_1_du", "2025-01-01"},
            {"agrement_1_au", "2027-12-31"}};
}

std::string location(const http::Response& response) {
    return std::string(response.headers.get("location").value_or(""));
}

}  // namespace

TEST_CASE("an empty directory says how to fill it, a filter without answer how to leave it") {
    WebWorld world;
    CHECK(has(world.get("/structures"), "/structures/importer"));
    CHECK(location(world.post("/structures/creer", site())) == "/structures/1?fait=structure-ajoutee");
    CHECK(has(world.get("/structures?texte=tilleuls"), "Les Tilleuls"));
    CHECK(has(world.get("/structures?texte=zzz"), "Effacer les filtres"));
    CHECK(world.get("/structures?conventionnees_le=douze").status == 400);
    const auto document = json_of(world.get("/structures.json?famille=insertion&conventionnees_le=2026-01-01"));
    CHECK(document.at("structures").as_array().at(0).at("agreee").as_string() == "oui");
    CHECK(has(world.get("/structures.csv"), siret));
}

TEST_CASE("a filter that no structure can meet is said, not answered by nobody") {
    WebWorld world;
    CHECK(world.get("/structures?type=zz").status == 400);
    const http::Response page = world.get("/structures?departement=999");
    CHECK(page.status == 400);
    CHECK(has(page, "ce département n’est pas connu"));
}

TEST_CASE("a sheet shows the history of SIRETs, and a form with faults keeps what was typed") {
    WebWorld world;
    const http::Response refused = world.post("/structures/creer", site("12"));
    CHECK(refused.status == 422);
    CHECK(has(refused, "Les Tilleuls"));
    world.post("/structures/creer", site());
    http::Fields moved = site("21990001000022");
    moved.add("revision", "1");
    CHECK(world.post("/structures/1/modifier", moved).status == 303);
    const http::Response sheet = world.get("/structures/1");
    CHECK(has(sheet, siret));
    CHECK(has(sheet, "en usage"));
    http::Fields stale = site("21990001000022", "Toul");
    stale.add("revision", "1");
    CHECK(world.post("/structures/1/modifier", stale).status == 409);
    CHECK(has(world.get("/structures/1/modifier"), "agrement_2_genre"));
    CHECK(world.get("/structures/9").status == 404);
}

TEST_CASE("a list is looked at before it is kept, and its import undone") {
    WebWorld world;
    const http::Response sent = world.upload("/structures/importer", "liste.csv",
                                             "Nom;Type;SIRET\nLes Tilleuls;ACI;" + siret + "\nSans type;;\n");
    const std::string waiting = location(sent);
    REQUIRE(waiting.starts_with("/structures/importer/"));
    const http::Response preview = world.get(waiting);
    CHECK(preview.status == 200);
    CHECK(has(preview, "le type manque"));
    CHECK(has(world.get(waiting + ".csv"), "type_absent"));
    CHECK(has(world.get("/structures"), "Aucune structure"));
    const std::string done = location(world.post(waiting, {{"type", "EI"}}));
    CHECK(done == "/structures/imports/1?fait=structures-importees");
    CHECK(json_of(world.get("/structures/imports/1.json")).at("creees").as_int64() == 2);
    CHECK(world.get(waiting).status == 404);
    CHECK(world.post("/structures/imports/1/annuler", {}).status == 303);
    CHECK(has(world.get("/structures/imports/1"), "annulé"));
    CHECK(has(world.get("/structures"), "Aucune structure"));
}

TEST_CASE("columns that are not known are chosen in the page") {
    WebWorld world;
    const std::string waiting =
        location(world.upload("/structures/importer", "liste.csv", "Société;Nature\nLes Tilleuls;ACI\n"));
    const http::Response asked = world.get(waiting);
    CHECK(asked.status == 422);
    CHECK(has(asked, "colonne_1"));
    const http::Response chosen = world.get(waiting + "?colonne_1=nom&colonne_2=type");
    CHECK(chosen.status == 200);
    CHECK(location(world.post(waiting, {{"colonne_1", "nom"}, {"colonne_2", "type"}}))
              .starts_with("/structures/imports/"));
    CHECK(world.upload("/structures/importer", "vide.csv", "").status == 422);
}

TEST_CASE("contracts of structures are a page of their own") {
    WebWorld world;
    CHECK(has(world.get("/structures/contrats"), "Aucun contrat"));
    CHECK(json_of(world.get("/structures/contrats.json")).at("contrats").as_array().empty());
    CHECK(world.get("/structures/contrats?annee=douze").status == 400);
    CHECK(world.get("/structures/contrats?acheteur=inconnu").status == 404);
}
