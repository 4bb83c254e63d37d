// The pages of purchases: sent, looked at, kept, given back annotated, removed.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "clausier/app/structures.hpp"
#include "sheets/scratch_folder.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::has;
using testing::json_of;

namespace {

const std::string csv =
    "Raison sociale du Fournisseur,SIRET,Dépense achat (€),Catégorie d'achat (optionnelle),Entité acheteuse "
    "(optionnelle)\n"
    "Les Tilleuls,21990001000014,250.00,Espaces verts,Parcs\n"
    "Autre,21990001000022,750.00,Travaux,Voirie\n"
    "Nul,21990001000022,0,,\n";

struct World {
    tests::ScratchFolder folder;
    testing::WebWorld web{(folder.path() / "base.sqlite").string()};

    World() {
        domain::Structure site;
        site.kind = "ACI";
        site.name = "Les Tilleuls";
        site.siret = "21990001000014";
        app::add_structure({testing::fixed_day(), "essai"}, web.base, site);
    }
    static std::string location(const http::Response& response) {
        return std::string(response.headers.get("location").value_or(""));
    }
    // The file put among those that wait: the upload of the tests carries no other field.
    std::string waiting() {
        const auto file = folder.path() / "achats.csv";
        std::ofstream(file, std::ios::binary) << csv;
        return "/achats/importer/" + web.app.uploads->deposit(file, "achats.csv", "");
    }
    http::Fields year() const { return {{"acheteur", "Commune de Valbrume"}, {"annee", "2025"}}; }
    std::string keep() { return location(web.post(waiting(), year())); }
};

}  // namespace

TEST_CASE("a file is looked at before it is kept, with its rate and its denominator") {
    World world;
    CHECK(has(world.web.get("/achats"), "Aucun fichier"));
    CHECK(world.web.upload("/achats/importer", "achats.csv", csv).status == 422);
    const std::string waiting = world.waiting();
    CHECK(world.web.get(waiting).status == 422);
    const http::Response preview = world.web.get(waiting + "?acheteur=Commune+de+Valbrume&annee=2025");
    CHECK(preview.status == 200);
    CHECK(has(preview, "25\u00a0%"));
    CHECK(has(world.web.get("/achats"), "Aucun fichier"));
    CHECK(world.keep() == "/achats/1?fait=achats-importes");
    const http::Response share = world.web.get("/achats/1");
    CHECK(has(share, "1\u202f000\u00a0€"));
    CHECK(has(share, "1\u00a0ligne écartée"));
    CHECK(json_of(world.web.get("/achats.json")).at("achats").as_array().size() == 1);
}

TEST_CASE("a second file of the year asks whether it replaces the first") {
    World world;
    world.keep();
    const std::string waiting = world.waiting();
    CHECK(world.web.post(waiting, world.year()).status == 422);
    http::Fields replace = world.year();
    replace.add("remplacer", "oui");
    CHECK(world.web.post(waiting, replace).status == 303);
    http::Fields again = world.year();
    again.add("relire", "oui");
    CHECK(World::location(world.web.post(world.waiting(), again)).find("annee=2025") != std::string::npos);
}

TEST_CASE("the user's file comes back annotated, and goes when it is removed") {
    World world;
    world.keep();
    const http::Response annotated = world.web.get("/achats/1/annote.csv");
    CHECK(has(annotated, "Les Tilleuls,21990001000014,250.00,Espaces verts,Parcs,OUI,insertion"));
    CHECK(has(annotated, "Structure inclusive"));
    CHECK(world.web.get("/achats/1/annote.xlsx").file != nullptr);
    CHECK(world.web.post("/achats/1/retirer", {}).status == 303);
    CHECK(world.web.get("/achats/1").status == 404);
}

TEST_CASE("the spending of a year is typed with its source") {
    World world;
    http::Fields typed = world.year();
    CHECK(world.web.post("/achats/depense", typed).status == 422);
    typed.add("depense", "61 000 000");
    typed.add("source", "Compte administratif");
    CHECK(world.web.post("/achats/depense", typed).status == 303);
    CHECK(has(world.web.get("/achats"), "Compte administratif"));
    CHECK(has(world.web.get("/achats"), "action=\"/achats/depense/effacer\""));
    const http::Response covered = world.web.get("/spaser.json?acheteur=1&annee=2025");
    CHECK(has(covered, R"("mandate":"61000000.00","mandate_origine":"saisie")"));
    CHECK(world.web.post("/achats/depense/effacer", {{"acheteur_id", "1"}, {"annee", "2025"}}).status == 303);
    CHECK(has(world.web.get("/achats"), "Aucun fichier"));
    CHECK(world.web.post("/achats/depense/effacer", {{"acheteur_id", "1"}, {"annee", "2025"}}).status == 404);
}
