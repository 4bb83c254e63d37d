// Templates and documents on the web: read, changed, refused with line and name, filled from a dossier, and traced.
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/documents.hpp"
#include "clausier/core/digest.hpp"
#include "enquiry_world.hpp"
#include "hostile.hpp"

using namespace clausier;
using testing::EnquiryWorld;
using testing::has;
using testing::json_of;
using testing::WebWorld;

namespace {

const std::string small = "# Clause de {{acheteur}}\n\nHeures : **{{total_heures}}**.\n";

// Nine hours later on the same day.
http::Response in_the_evening(WebWorld& world, const std::string& target) {
    const core::FixedClock evening{testing::fixed_day().now() + std::chrono::hours(9)};
    web::App later{world.base, evening, world.metrics, world.app.config};
    http::Request request;
    request.method = "GET";
    request.target = target;
    request.headers.set("Host", "localhost:8080");
    return web::handle(request, later);
}

}  // namespace

TEST_CASE("the list gives the program's templates, and each one its text, variables, versions and a preview") {
    WebWorld world;
    CHECK(json_of(world.get("/documents.json")).at("modeles").as_array().size() == 6);
    CHECK(has(world.get("/documents"), "href=\"/documents/modeles/ccap\""));
    const http::Response page = world.get("/documents/modeles/ccap");
    REQUIRE(page.status == 200);
    CHECK(has(page, "Réhabilitation du groupe scolaire des Tilleuls"));
    CHECK(has(page, "{{total_heures}}"));
    CHECK(has(page, "Le texte du programme est en vigueur."));
    CHECK_FALSE(has(page, "Retirer ce modèle"));
    CHECK(json_of(world.get("/documents/modeles/ccap.json")).at("versions").as_array().size() == 1);
    const http::Response absent = world.get("/documents/modeles/cap");
    CHECK(absent.status == 404);
    CHECK(has(absent, "ccap"));
}

TEST_CASE("a faulty text comes back whole, with the line, the column and the nearest name") {
    WebWorld world;
    const http::Response page =
        world.post("/documents/modeles/ccap/modifier",
                   {{"nom", "CCAP"}, {"version", "0"}, {"texte", "# Titre\r\n\r\n{{achteur}} & <b>"}});
    CHECK(page.status == 422);
    CHECK(has(page, "href=\"#ligne-3\""));
    CHECK(has(page, "<span id=\"ligne-3\">   3  <mark>{{achteur}} &amp; &lt;b&gt;</mark>"));
    CHECK(has(page, "ligne 3, colonne 1"));
    CHECK(has(page, "vouliez-vous « acheteur »"));
    CHECK(has(page, "{{achteur}} &amp; &lt;b&gt;</textarea>"));
    CHECK(has(page, "aria-invalid=\"true\""));
    CHECK(world.post("/documents/modeles/nouveau", {{"nom", ""}, {"texte", ""}}).status == 422);
}

TEST_CASE("a text is seen on sample data before it is saved, and nothing is kept") {
    WebWorld world;
    const std::string url = "/documents/modeles/ccap";
    const http::Response seen =
        world.post(url + "/modifier", {{"nom", "Notre CCAP"}, {"version", "0"}, {"texte", small}, {"apercu", "oui"}});
    REQUIRE(seen.status == 200);
    CHECK(has(seen, "Clause de Commune de Valbrume"));
    CHECK(has(seen, "value=\"Notre CCAP\""));
    CHECK(has(seen, "Heures : **{{total_heures}}**."));
    CHECK(json_of(world.get(url + ".json")).at("version").as_int64() == 0);
    const http::Response faulty =
        world.post(url + "/modifier", {{"nom", "CCAP"}, {"version", "0"}, {"texte", "{{achteur}}"}, {"apercu", "oui"}});
    CHECK(faulty.status == 422);
    CHECK_FALSE(has(faulty, "id=\"apercu\""));
    const http::Response fresh =
        world.post("/documents/modeles/nouveau", {{"nom", "Court"}, {"texte", small}, {"apercu", "oui"}});
    CHECK(fresh.status == 200);
    CHECK(has(fresh, "id=\"apercu\""));
    CHECK(json_of(world.get("/documents.json")).at("modeles").as_array().size() == 6);
}

TEST_CASE("a text is saved, replaced, taken back to an old version and withdrawn") {
    WebWorld world;
    const std::string url = "/documents/modeles/ccap";
    const auto version = [&] { return json_of(world.get(url + ".json")).at("version").as_int64(); };
    const http::Response saved =
        world.post(url + "/modifier", {{"nom", "Notre CCAP"}, {"version", "0"}, {"texte", small}});
    REQUIRE(saved.status == 303);
    CHECK(saved.headers.get("location") == "/documents/modeles/ccap?fait=modele-enregistre");
    CHECK(version() == 1);
    const http::Response stale = world.post(url + "/modifier", {{"nom", "x"}, {"version", "0"}, {"texte", "# Autre"}});
    CHECK(stale.status == 409);
    CHECK(has(stale, "Quelqu’un d’autre a enregistré"));
    CHECK(has(stale, "name=\"version\" value=\"1\""));
    CHECK(world.post(url + "/modifier", {{"nom", "x"}, {"version", "1"}, {"texte", "# Autre"}}).status == 303);
    CHECK(has(world.get(url + "/versions/1"), "Reprendre ce texte"));
    CHECK(world.post(url + "/versions/1/reprendre", {}).status == 303);
    CHECK(json_of(world.get(url + ".json")).at("texte").as_string() == small);
    CHECK(world.post(url + "/retirer", {}).status == 303);
    CHECK(version() == 0);
    CHECK(world.post(url + "/retirer", {}).status == 409);
    CHECK(world.get(url + "/versions/9").status == 404);
}

TEST_CASE("a template of one's own begins as a copy, and a name that is taken is refused beside its field") {
    WebWorld world;
    CHECK(has(world.get("/documents/modeles/nouveau?copie=ccap"), "value=\"CCAP (copie)\""));
    CHECK(world.post("/documents/modeles/nouveau", {{"nom", "Clause courte"}, {"texte", small}})
              .headers.get("location") == "/documents/modeles/clause-courte?fait=modele-enregistre");
    const http::Response taken = world.post("/documents/modeles/nouveau", {{"nom", "CCAP"}, {"texte", small}});
    CHECK(taken.status == 422);
    CHECK(has(taken, "href=\"#nom\""));
    CHECK(json_of(world.get("/documents.json")).at("modeles").as_array().size() == 7);
}

TEST_CASE("a dossier without a scenario says what its documents wait for") {
    EnquiryWorld world;
    const std::string url = "/dossiers/1";
    REQUIRE(world.create().status == 303);
    const http::Response page = world.get(url + "/documents");
    CHECK(page.status == 200);
    CHECK(has(page, "pas de scénario"));
    CHECK(world.get(url + "/documents/ccap").status == 409);
    CHECK(world.get("/dossiers/99/documents").status == 404);
}

TEST_CASE(
    "a dossier fills its documents; what is taken away enters the history with its fingerprint, a look does not") {
    EnquiryWorld world;
    const std::string url = "/dossiers/1";
    REQUIRE(world.create().status == 303);
    REQUIRE(world.add_scenario().status == 303);
    CHECK(has(world.get(url + "/documents"), url + "/documents/ccap.docx"));
    CHECK(has(world.get(url + "/documents"), "href=\"/reglages\">écrivez-le"));
    const http::Response page = world.get(url + "/documents/ccap");
    REQUIRE(page.status == 200);
    CHECK(has(page, "data-copier-riche=\"texte-du-document\""));
    CHECK(has(page, "Peinture"));
    CHECK(json_of(world.get("/documents/historique.json")).at("documents_total").as_int64() == 0);
    const http::Response docx = world.get(url + "/documents/ccap.docx");
    REQUIRE(docx.status == 200);
    const auto made = json_of(world.get("/documents/historique.json?dossier=1")).at("documents").as_array();
    REQUIRE(made.size() == 1);
    CHECK(made[0].at("empreinte").as_string() == core::sha256(docx.body));
    CHECK(made[0].at("format").as_string() == "docx");
    CHECK(made[0].at("version_modele").as_int64() == 0);
    CHECK(in_the_evening(world, url + "/documents/ccap.docx").body == docx.body);
    CHECK(world.send("HEAD", url + "/documents/ccap.odt", {}, "").status == 200);
    CHECK(json_of(world.get("/documents/historique.json")).at("documents_total").as_int64() == 1);
    CHECK(world.get(url + "/documents/ccap.pdf").status == 200);
    CHECK(json_of(world.get("/documents/historique.json")).at("documents").at(0).at("format").as_string() == "pdf");
    world.app.config.engines.pdf = {};
    const http::Response without = world.get(url + "/documents/ccap.pdf");
    CHECK(without.status == 503);
    CHECK(has(without, "DOCX"));
    CHECK(json_of(world.get("/documents/historique.json")).at("documents_total").as_int64() == 2);
    const http::Response history = world.get("/documents/historique?modele=ccap");
    CHECK(has(history, "<code>" + core::sha256(docx.body).substr(0, 12) + "</code>"));
    CHECK(has(history, core::sha256(docx.body)));
    CHECK(has(history, "data-t=\"Par\">une page<"));
    CHECK(has(history, "data-t=\"Modèle\">CCAP, programme<"));
    CHECK(json_of(world.get("/documents/historique.json?dossier=2")).at("documents").as_array().empty());
    CHECK(world.get("/documents/historique.json?dossier=abc").status == 400);
    CHECK(world.get(url + "/documents/ccap?scenario=99").status == 404);
}

TEST_CASE("hostile texts in a dossier stay texts in its documents") {
    std::size_t tried = 0;
    for (const std::string& text : testing::hostile_texts()) {
        EnquiryWorld world;
        INFO(text.substr(0, 60));
        if (world
                .post("/dossiers/creer",
                      {{"acheteur", text}, {"objet", text}, {"intitule_1", text}, {"montant_1", "200000"}})
                .status != 303)
            continue;
        REQUIRE(
            world.post("/dossiers/1/scenarios", {{"nom", "Usuel"}, {"taux", "5"}, {"clause", "insertion"}}).status ==
            303);
        ++tried;
        for (const char* key : {"ccap", "reglement_consultation", "cadre_de_reponse"}) {
            const std::string url = std::string("/dossiers/1/documents/") + key;
            const http::Response page = world.get(url);
            REQUIRE(page.status == 200);
            CHECK_FALSE(has(page, "zq<"));
            CHECK_FALSE(has(page, "<script>alert"));
            const auto document = json_of(world.get(url + ".json"));
            std::size_t tables = 0;
            for (const auto& block : document.at("blocs").as_array())
                if (!block.at("tableau").is_null()) ++tables;
            CHECK(tables > 0);
        }
    }
    CHECK(tried > 10);
}
