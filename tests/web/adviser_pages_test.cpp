// The adviser and the opportunity note as a browser sees them.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "enquiry_world.hpp"

using namespace clausier;
using testing::EnquiryWorld;
using testing::has;
using testing::json_of;
using testing::WebWorld;

namespace {

const std::string school =
    "/conseiller?objet=R%C3%A9fection%20d%E2%80%99une%20%C3%A9cole&type=travaux"
    "&besoin_estime=6%20000%20000&duree_mois=5&date_consultation=2026-12-01";

}  // namespace

TEST_CASE("the empty adviser is a form with an example that works") {
    WebWorld world;
    const http::Response page = world.get("/conseiller");
    REQUIRE(page.status == 200);
    CHECK(has(page, "name=\"date_consultation\" type=\"date\""));
    CHECK(has(page, "Le conseil s’affichera ici."));
    CHECK_FALSE(has(page, "Ouvrir un dossier"));
    CHECK(has(page, "<a href=\"/conseiller\" aria-current=\"page\">Conseiller</a>"));
    const std::size_t at = page.body.find("/conseiller?objet=");
    std::string example = page.body.substr(at, page.body.find('"', at) - at);
    for (std::size_t amp = 0; (amp = example.find("&amp;")) != std::string::npos;) example.replace(amp, 5, "&");
    const http::Response shown = world.get(example);
    REQUIRE(shown.status == 200);
    CHECK(has(shown, "<span class=\"gros\">requise</span>"));
    CHECK(has(shown, "Clause d’insertion et critère social"));
}

TEST_CASE("each rule stands with its article, its source, its date and whether it was verified") {
    WebWorld world;
    const http::Response page = world.get(school);
    REQUIRE(page.status == 200);
    CHECK(has(page, "article\u00a0L.\u00a02112-2-1 · <a href=\"https://marche-public.info/"));
    CHECK(has(page, "lu le 21 novembre 2026"));
    CHECK(has(page, "noté le 21 novembre 2026"));
    CHECK(has(page, "✓ vérifié"));
    CHECK(has(page, "? à vérifier sur Légifrance"));
    CHECK(has(page, "<b>Semble s’appliquer :</b> Les travaux durent 5\u00a0mois."));
    CHECK(has(page, "5\u202f404\u202f000\u00a0€"));
    CHECK_FALSE(has(page, "non conforme"));
    CHECK_FALSE(has(page, " style="));
}

TEST_CASE("a dossier is opened with the values typed, under the names of its form") {
    WebWorld world;
    const http::Response page = world.get(school + "&siae=3&categorie=autre&departement=59");
    CHECK(has(page,
              "href=\"/dossiers/creer?objet=R%C3%A9fection%20d%E2%80%99une%20%C3%A9cole&amp;type=travaux&amp;"
              "categorie=autre&amp;besoin_estime=6%20000%20000&amp;duree_mois=5&amp;date_consultation=2026-12-01"
              "&amp;departement=59\""));
}

TEST_CASE("what is missing is a link to its field, and the answer waits for it") {
    WebWorld world;
    const http::Response page = world.get("/conseiller?type=travaux");
    CHECK(has(page, "<span class=\"gros\">à vérifier</span>"));
    CHECK(has(page, "<a href=\"#besoin_estime\">"));
    CHECK(has(page, "<a href=\"#date_consultation\">"));
}

TEST_CASE("an amount alone asks for what a clause depends on, in the words people type") {
    WebWorld world;
    const http::Response page = world.get("/conseiller?besoin_estime=6,2%20M%E2%82%AC");
    REQUIRE(page.status == 200);
    CHECK(has(page, "Pour conseiller une clause, il manque"));
    CHECK_FALSE(has(page, "D’abord"));
    const auto document = json_of(world.get("/conseiller.json?besoin_estime=6,2%20M%E2%82%AC&duree_mois=14%20mois"));
    CHECK(document.at("achat").at("besoin_estime") == "6200000.00");
    CHECK(document.at("achat").at("duree_mois") == 14);
    CHECK(document.at("premiere").is_null());
    CHECK(document.at("manque").at(0).at("champ") == "type");
}

TEST_CASE("faults stand beside their field, in the page and in JSON") {
    WebWorld world;
    const http::Response page = world.get("/conseiller?cpv=peinture&besoin_estime=douze&type=repas&duree_mois=0");
    CHECK(page.status == 422);
    CHECK(has(page, "id=\"besoin_estime-erreur\""));
    CHECK(has(page, "id=\"type-erreur\""));
    CHECK(has(page, "value=\"douze\""));
    const http::Response rule = world.get("/conseiller?cpv=peinture&duree_mois=0");
    CHECK(rule.status == 422);
    CHECK(has(rule, "id=\"cpv-erreur\""));
    CHECK(has(rule, "id=\"duree_mois-erreur\""));
    CHECK(world.get("/conseiller.json?besoin_estime=douze").status == 400);
}

TEST_CASE("the JSON twin and the tables hold the same answer") {
    WebWorld world;
    std::string target = school;
    const auto document = json_of(world.get(target.replace(0, 11, "/conseiller.json")));
    CHECK(document.at("condition_sociale").at("statut") == "requise");
    CHECK(document.at("condition_sociale").at("seuils").at(0).at("montant") == "5404000.00");
    CHECK(document.at("condition_sociale").at("exceptions").at(0).at("apparente") == true);
    CHECK(document.at("achat").at("besoin_estime") == "6000000.00");
    CHECK(document.at("clauses").as_array().size() == 14);
    CHECK(document.at("clauses").at(0).at("regles").at(0).at("verifie").is_bool());
    target = school;
    const http::Response csv = world.get(target.replace(0, 11, "/conseiller.csv"));
    CHECK(csv.status == 200);
    CHECK(has(csv, "Marché réservé aux SIAE"));
}

TEST_CASE("texts of the query are shown as they are, never as markup") {
    WebWorld world;
    const http::Response page = world.get("/conseiller?objet=%3Cscript%3Ealert(1)%3C/script%3E&type=travaux");
    CHECK(page.status == 200);
    CHECK_FALSE(has(page, "<script>alert"));
}

TEST_CASE("the opportunity note of a dossier is a page, a Word file, an OpenDocument file and JSON") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    const http::Response early = world.get("/dossiers/1/note");
    REQUIRE(early.status == 200);
    CHECK(has(early, "Aucun scénario n’est encore étudié"));
    REQUIRE(world.add_scenario().status == 303);
    const http::Response page = world.get("/dossiers/1/note");
    REQUIRE(page.status == 200);
    CHECK(has(page, "Heures d’insertion par lot, scénario «\u00a0Usuel\u00a0»"));
    CHECK(has(page, "href=\"/dossiers/1/note.docx\""));
    CHECK(has(page, "href=\"/conseiller?objet="));
    CHECK(has(page, "donnez la date de consultation"));
    CHECK(world.get("/dossiers/1/note.docx").body.starts_with("PK"));
    CHECK(world.get("/dossiers/1/note.odt").body.starts_with("PK"));
    const http::Response pdf = world.get("/dossiers/1/note.pdf");
    CHECK(pdf.status == 200);
    CHECK(pdf.headers.get("content-type") == "application/pdf");
    const auto document = json_of(world.get("/dossiers/1/note.json"));
    CHECK(document.at("lots").as_array().size() == 2);
    CHECK(document.at("conseil").at("condition_sociale").at("statut") == "a_verifier");
    CHECK(world.get("/dossiers/1/note?scenario=9").status == 404);
    CHECK(world.get("/dossiers/1/note?scenario=x").status == 400);
    CHECK(world.get("/dossiers/9/note").status == 404);
}
