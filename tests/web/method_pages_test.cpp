// The pages of the methods of calculation, made from their table.
#include <catch2/catch_test_macros.hpp>

#include "calculation_methods.hpp"
#include "route.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::has;
using testing::json_of;
using testing::WebWorld;

TEST_CASE("every method answers its example as page, JSON, CSV and workbook, in its own navigation") {
    WebWorld world;
    for (const web::Method& method : web::methods()) {
        INFO(method.path);
        const std::string path(method.path);
        const std::string query = "?" + std::string(method.example);
        const http::Response page = world.get(path + query);
        CHECK(page.status == 200);
        CHECK(has(page, "href=\"" + path + "\" aria-current=\"page\""));
        CHECK(has(page, "<span class=\"gros\">"));
        CHECK(json_of(world.get(path + ".json" + query)).is_object());
        CHECK(world.get(path + ".csv" + query).status == 200);
        CHECK(world.get(path + ".xlsx" + query).status == 200);
        const http::Response empty = world.get(path);
        CHECK(empty.status == 200);
        CHECK(has(empty, "Voir un exemple"));
        const http::Response missing = world.get(path + ".json");
        CHECK(missing.status == 400);
        CHECK_FALSE(has(missing, "--"));
    }
}

TEST_CASE("the value left empty is the one announced") {
    WebWorld world;
    CHECK(has(world.get("/calcul/montant?montant=1000000&part_mo=50&taux=5&cout_horaire=30"),
              "<span class=\"gros\">833\u00a0h</span>"));
    CHECK(has(world.get("/calcul/montant?montant=1000000&part_mo=50&heures=833&cout_horaire=30"),
              "<span class=\"gros\">5\u00a0%</span>"));
    CHECK(has(world.get("/calcul/etp?etp=1&genre=ei"), "<span class=\"gros\">1\u202f505\u00a0h</span>"));
    CHECK(has(world.get("/calcul/penalite?dues=833&validees=800&par_heure=60"), "1\u202f980\u00a0€"));
    CHECK(has(world.get("/calcul/penalite"), "Simulation"));
}

TEST_CASE("a method's faults name fields, in the words of the page") {
    WebWorld world;
    const http::Response missing = world.get("/calcul/montant?montant=1000000");
    CHECK(missing.status == 422);
    CHECK(has(missing, "«\u00a0Part de main-d’œuvre (%)\u00a0»"));
    CHECK_FALSE(has(missing, "--part-mo"));
    const http::Response over = world.get("/calcul/effort?heures_totales=100&taux=150");
    CHECK(over.status == 422);
    CHECK(has(over, "href=\"#taux\""));
    const auto problem = json_of(world.get("/calcul/reprise.json?chiffre_affaires=x&mois=0"));
    CHECK(problem.at("erreurs").at(0).at("champ").as_string() == "chiffre_affaires");
    CHECK(world.get("/calcul/facture?montant_facture=100").status == 422);
    CHECK(world.get("/calcul/repartir?total=10&parts=a,b").status == 422);
}

TEST_CASE("lists alone are no question: the page waits for a figure, and JSON asks for it") {
    WebWorld world;
    const http::Response chosen = world.get("/calcul/etp?genre=ei");
    CHECK(chosen.status == 200);
    CHECK_FALSE(has(chosen, "<span class=\"gros\">"));
    CHECK(world.get("/calcul/etp.json?genre=ei").status == 400);
    const http::Response unknown = world.get("/calcul/etp?genre=lune&etp=1");
    CHECK(unknown.status == 422);
    CHECK(has(unknown, "href=\"#genre\""));
}

TEST_CASE("what was typed comes back, in the fields and in the address to keep, and never as markup") {
    WebWorld world;
    const http::Response page = world.get("/calcul/montant?montant=%22%3E%3Cb%3E&part_mo=50&autre=1");
    CHECK(page.status == 422);
    CHECK(has(page, "value=\"&quot;&gt;&lt;b&gt;\""));
    CHECK_FALSE(has(page, "<b>"));
    CHECK_FALSE(has(page, "autre=1"));
}

TEST_CASE("a figure that usage gives says its value and its source beside its field") {
    WebWorld world;
    for (const web::Method& method : web::methods())
        for (const web::MethodField& field : method.fields) {
            if (field.reference.empty()) continue;
            INFO(method.path);
            CHECK(has(world.get(std::string(method.path)), "référence\u00a0: "));
        }
}

TEST_CASE("each method has a route of its own, open, with its fields as parameters") {
    for (const web::Method& method : web::methods()) {
        INFO(method.path);
        std::size_t found = 0;
        for (const web::Route& route : web::routes()) {
            if (route.pattern != method.path) continue;
            ++found;
            CHECK(route.action == domain::Action::open);
            CHECK(route.parameters.size() == method.fields.size());
            CHECK(route.example == std::string(method.path) + "?" + std::string(method.example));
        }
        CHECK(found == 1);
    }
}
