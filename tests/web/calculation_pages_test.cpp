// The calculator and its methods as a browser sees them, without a socket.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "calculation_methods.hpp"
#include "clausier/sheets/read.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::has;
using testing::json_of;
using testing::WebWorld;

namespace {

// The texts of the rows of a workbook.
struct Cells final : core::RowSink {
    std::vector<std::vector<std::string>> rows{};
    bool row(const core::Row& row) override {
        std::vector<std::string> texts;
        for (const core::Cell& cell : row.cells) texts.emplace_back(cell.text);
        rows.push_back(std::move(texts));
        return true;
    }
};

const std::string painting = "intitule_1=Peinture&metier_1=interior_painting&montant_1=200000";

}  // namespace

TEST_CASE("the empty calculator is a page to fill in, with an example that works") {
    WebWorld world;
    const http::Response page = world.get("/calcul");
    REQUIRE(page.status == 200);
    CHECK(has(page, "name=\"montant_1\""));
    CHECK_FALSE(has(page, "name=\"montant_2\""));
    CHECK(has(page, "Voir un exemple"));
    CHECK(has(page, "Peinture intérieure (70\u00a0%)"));
    CHECK_FALSE(has(page, " style="));
    CHECK_FALSE(has(page, "Adresse de ce calcul"));
    const std::size_t at = page.body.find("/calcul?intitule_1=");
    std::string example = page.body.substr(at, page.body.find('"', at) - at);
    for (std::size_t amp = 0; (amp = example.find("&amp;")) != std::string::npos;) example.replace(amp, 5, "&");
    const http::Response shown = world.get(example);
    CHECK(shown.status == 200);
    CHECK(has(shown, "398\u00a0h</span> d’insertion pour 2\u00a0lots"));
}

TEST_CASE("hours, formula, steps, sources and comparison stand on the page") {
    WebWorld world;
    const http::Response page = world.get("/calcul?" + painting + "&mois=6");
    REQUIRE(page.status == 200);
    CHECK(has(page, "<span class=\"gros\">199\u00a0h</span>"));
    CHECK(has(page, "200\u202f000\u00a0€ × 70\u00a0% × 5\u00a0% ÷ 35,20\u00a0€"));
    CHECK(has(page, "part 70\u00a0% (MEF Sud 77)"));
    CHECK(has(page, "Insee 2020"));
    CHECK(has(page, "ETP-années (÷"));
    CHECK(has(page, "Heures selon le taux d’effort"));
    CHECK(has(page, "l’effectif moyen est de 0,22"));
    CHECK(has(page, "value=\"http://localhost:8080/calcul?mois=6&amp;intitule_1=Peinture"));
    CHECK(has(page, "/calcul.xlsx?mois=6&amp;intitule_1"));
    CHECK(has(page, "/calcul/entreprise?intitule_1=Peinture&amp;heures_1=199.00"));
}

TEST_CASE("a figure typed wins over the trade's, and an unverified value is said to be so") {
    WebWorld world;
    const http::Response typed = world.get("/calcul?" + painting + "&part_mo_1=50&cout_horaire_1=30&taux_1=10");
    CHECK(has(typed, "<span class=\"gros\">333\u00a0h</span>"));
    CHECK_FALSE(has(typed, "non vérifiée"));
    const http::Response usage = world.get("/calcul?metier_1=structural_work&montant_1=1000000");
    CHECK(has(usage, "(usage, non vérifiée)"));
    CHECK(has(usage, "1\u00a0lot s’appuie sur une valeur de référence non vérifiée"));
}

TEST_CASE("lots are added and taken away by buttons, without script") {
    WebWorld world;
    const http::Response more = world.get("/calcul?" + painting + "&lots=1&ajouter=lot");
    REQUIRE(more.status == 200);
    CHECK(has(more, "name=\"intitule_2\""));
    CHECK(has(more, "name=\"lots\" value=\"2\""));
    CHECK(has(more, " autofocus"));
    const http::Response less =
        world.get("/calcul?" + painting + "&intitule_2=Gros+lot&montant_2=5000000&retirer_lot=1");
    CHECK(has(less, "value=\"Gros lot\""));
    CHECK_FALSE(has(less, "name=\"intitule_2\""));
    CHECK(less.body.find("type=\"submit\" hidden") < less.body.find("name=\"retirer_lot\""));
}

TEST_CASE("a hundred lots are computed, the hundred and first is refused") {
    WebWorld world;
    std::string query;
    for (int i = 1; i <= 100; ++i)
        query +=
            (i == 1 ? "" : "&") + ("metier_" + std::to_string(i)) + "=masonry&montant_" + std::to_string(i) + "=100000";
    const auto document = json_of(world.get("/calcul.json?" + query));
    CHECK(document.at("lots_calcules").to_number<int>() == 100);
    CHECK(document.at("heures_total").as_string() == "7100.00");
    CHECK(world.get("/calcul?" + query).status == 200);
    CHECK(world.get("/calcul?" + query + "&montant_101=1").status == 422);
}

TEST_CASE("faults stand by their fields with what was typed, and in JSON by name") {
    WebWorld world;
    const std::string query = "montant_1=beaucoup&intitule_1=A&part_mo_2=150&montant_2=1000&taux=0";
    const http::Response page = world.get("/calcul?" + query);
    CHECK(page.status == 422);
    CHECK(has(page, "href=\"#montant_1\""));
    CHECK(has(page, "id=\"montant_1-erreur\""));
    CHECK(has(page, "value=\"beaucoup\""));
    CHECK_FALSE(has(page, "d’insertion pour"));
    const http::Response problem = world.get("/calcul.json?" + query);
    CHECK(problem.status == 400);
    CHECK(problem.headers.get("content-type") == "application/problem+json");
    CHECK(json_of(problem).at("erreurs").at(0).at("champ").as_string() == "montant_1");

    const http::Response share = world.get("/calcul?part_mo_2=150&montant_2=1000");
    CHECK(share.status == 422);
    CHECK(has(share, "href=\"#part_mo_2\""));
    const http::Response both = world.get("/calcul?montant_1=abc&part_mo_2=150&montant_2=1000");
    CHECK(has(both, "2\u00a0points à corriger"));
    CHECK(json_of(world.get("/calcul.json?montant_1=1000&part_mo_1=50&taux=0")).at("erreurs").at(0).at("champ") ==
          "taux");
    CHECK(world.get("/calcul?arrondi=jamais&" + painting).status == 422);
    CHECK(world.get("/calcul?comparer=1;2;3;4;5;6;7&" + painting).status == 422);
    CHECK(world.get("/calcul?comparer=1;beaucoup&" + painting).status == 422);
}

TEST_CASE("a lot that cannot be computed says why beside the others") {
    WebWorld world;
    const http::Response page = world.get("/calcul?" + painting + "&intitule_2=Divers&montant_2=1000&intitule_3=Sans");
    CHECK(page.status == 200);
    CHECK(has(page, "2\u00a0lots n’ont pas d’heures"));
    CHECK(has(page, "sa part de main-d’œuvre"));
    CHECK_FALSE(has(page, "--part-mo"));
}

TEST_CASE("a typing fault in one lot leaves the others computed, while typing and without script") {
    WebWorld world;
    const std::string query = painting + "&intitule_2=Plomberie&metier_2=plumbing_hvac&montant_2=350+000+balles";
    for (const bool typing : {true, false}) {
        const http::Response page =
            world.get("/calcul?" + query, typing ? http::Headers{{"HX-Request", "true"}} : http::Headers{});
        INFO(typing);
        CHECK(page.status == (typing ? 200 : 422));
        CHECK(has(page, "<span class=\"gros\">199\u00a0h</span> d’insertion pour 1\u00a0lot sur 2"));
        CHECK(has(page, "Total, 1\u00a0lot sur 2"));
        CHECK(has(page, "<span class=\"err\">Montant HT\u00a0: "));
        CHECK(has(page, "href=\"#montant_2\""));
        CHECK_FALSE(has(page, "Créer le marché</a>"));
        CHECK_FALSE(has(page, "Cette page aussi en"));
    }
    CHECK(world.get("/calcul.json?" + query).status == 400);
    CHECK(world.post("/marches/nouveau", {{"acheteur", "Commune"}, {"objet", "École"}, {"montant_1", "beaucoup"}})
              .status == 422);
}

TEST_CASE("a result may be taken away as JSON, CSV and workbook; nothing may while there is none") {
    WebWorld world;
    const http::Response page = world.get("/calcul?" + painting);
    for (const char* suffix : {"json", "csv", "xlsx"}) {
        INFO(suffix);
        CHECK(has(page, "href=\"/calcul." + std::string(suffix) + "?intitule_1=Peinture&amp;"));
    }
    CHECK_FALSE(has(world.get("/calcul"), "Cette page aussi en"));
}

TEST_CASE("what users type never becomes markup") {
    WebWorld world;
    const http::Response page =
        world.get("/calcul?intitule_1=%3Cscript%3Ealert(1)%3C/script%3E%22&montant_1=1000&part_mo_1=50");
    CHECK(page.status == 200);
    CHECK_FALSE(has(page, "<script>alert"));
    CHECK(has(page, "&lt;script&gt;"));
}

TEST_CASE("while typing, faults do not fail the request and the address follows") {
    WebWorld world;
    const http::Response good = world.get("/calcul?" + painting + "&lots=1&taux=&mois=", {{"HX-Request", "true"}});
    CHECK(good.status == 200);
    CHECK(good.headers.get("hx-replace-url") == "/calcul?" + painting);
    const http::Response bad = world.get("/calcul?montant_1=abc", {{"HX-Request", "true"}});
    CHECK(bad.status == 200);
    CHECK(has(bad, "href=\"#montant_1\""));
}

TEST_CASE("the JSON twin is the document, CSV and workbook hold the lots") {
    WebWorld world;
    const auto document = json_of(world.get("/calcul.json?" + painting));
    CHECK(document.at("heures_total").as_string() == "199.00");
    CHECK(document.at("lots").at(0).at("part_mo").as_string() == "70.00");
    CHECK(document.at("comparaison").as_array().size() == 3);
    const http::Response csv = world.get("/calcul.csv?" + painting);
    CHECK(csv.status == 200);
    CHECK(has(csv, "Peinture"));
    const http::Response workbook = world.get("/calcul.xlsx?" + painting);
    REQUIRE(workbook.file);
    Cells cells;
    static_cast<void>(sheets::read({workbook.file->path(), "heures.xlsx"}, cells));
    REQUIRE(cells.rows.size() == 3);
    CHECK(cells.rows[1][1] == "Peinture");
    CHECK(cells.rows[1][6] == "199");
    CHECK(cells.rows[2][6] == "199");
    CHECK(workbook.headers.get("content-disposition") == "attachment; filename=\"heures-d-insertion.xlsx\"");
}
