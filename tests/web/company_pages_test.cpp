// The simulator of a company: its hires over the lots it holds.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "web_world.hpp"

using namespace clausier;
using testing::has;
using testing::json_of;
using testing::WebWorld;

TEST_CASE("the company sees what one apprentice over three lots yields") {
    WebWorld world;
    const std::string query =
        "intitule_1=Peinture&heures_1=199&intitule_2=Plomberie&heures_2=420&intitule_3=Sols&heures_3=150"
        "&genre_1=apprenticeship&mois_1=12&part_comptee_1=75";
    const http::Response page = world.get("/calcul/entreprise?" + query);
    REQUIRE(page.status == 200);
    CHECK(has(page, "<span class=\"gros\">1\u202f365,03\u00a0h</span>"));
    CHECK(has(page, "accord écrit"));
    const auto document = json_of(world.get("/calcul/entreprise.json?" + query));
    CHECK(document.at("heures_dues").as_string() == "769.00");
    CHECK(document.at("heures_manquantes").as_string() == "0.00");
    CHECK(document.at("lots").at(1).at("heures_couvertes").as_string() == "420.00");
    CHECK(world.get("/calcul/entreprise.csv?" + query).status == 200);
    CHECK(world.get("/calcul/entreprise?intitule_1=Peinture&heures_1=199").status == 200);
}

TEST_CASE("the company's faults stand by the field of their row") {
    WebWorld world;
    const http::Response page = world.get("/calcul/entreprise?heures_2=100&heures_mois_3=70&heures_mois_2=1&mois_2=0");
    CHECK(page.status == 422);
    CHECK(has(page, "href=\"#mois_3\""));
    CHECK(has(world.get("/calcul/entreprise?heures_2=100&mois_2=0"), "href=\"#mois_2\""));
    CHECK(has(world.get("/calcul/entreprise?heures_1=-5&mois_1=2"), "href=\"#heures_1\""));
    CHECK(world.get("/calcul/entreprise.json").status == 400);
}

TEST_CASE("lots without hires are a page to fill in, not a fault; a hire of which only the kind is chosen is none") {
    WebWorld world;
    const http::Response lots = world.get("/calcul/entreprise?intitule_1=Peinture&heures_1=199&genre_1=apprenticeship");
    CHECK(lots.status == 200);
    CHECK_FALSE(has(lots, "<span class=\"gros\">"));
    CHECK(has(lots, "value=\"199\""));
    CHECK(world.get("/calcul/entreprise").status == 200);
    CHECK(world.get("/calcul/entreprise.json?intitule_1=Peinture&heures_1=199").status == 400);
}

TEST_CASE("a month of the reference and one person stand for what is not said") {
    WebWorld world;
    const auto document = json_of(world.get("/calcul/entreprise.json?heures_1=500&mois_1=1"));
    CHECK(document.at("heures_produites").as_string() == "151.67");
    CHECK(document.at("lots").at(0).at("intitule").as_string() == "Lot 1");
    const auto two = json_of(world.get("/calcul/entreprise.json?heures_1=500&mois_1=1&nombre_1=2&heures_mois_1=100"));
    CHECK(two.at("heures_produites").as_string() == "200.00");
}

TEST_CASE("impossible hires are refused by the field of their row, in words without options") {
    WebWorld world;
    const auto refused = [&](const std::string& query, const std::string& field) {
        const http::Response page = world.get("/calcul/entreprise?heures_1=100&" + query);
        INFO(query);
        CHECK(page.status == 422);
        CHECK(has(page, "href=\"#" + field + "\""));
        CHECK_FALSE(has(page, "option --"));
    };
    refused("mois_1=1&part_comptee_1=150", "part_comptee_1");
    refused("mois_1=1&nombre_1=0", "nombre_1");
    refused("mois_1=1&nombre_1=1,5", "nombre_1");
    refused("mois_1=1&heures_mois_1=-1", "heures_mois_1");
    // The third row is the third, whatever rows before it are empty.
    refused("heures_mois_3=10&mois_3=-2", "mois_3");
    refused("mois_1=abc", "mois_1");
}
