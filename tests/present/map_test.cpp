// The map: every département is on it, shaded by its class, and told in words and numbers.
#include "clausier/present/map.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

#include "clausier/core/issue.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/present/template.hpp"
#include "outlines.hpp"

using namespace clausier;
using namespace clausier::present;
namespace json = boost::json;

namespace {

Map rates(std::vector<MapValue> values) {
    return {{"carte", "Taux de réalisation", "14 lots suivis", ""},
            "Taux",
            kInPercent,
            "pas de lot suivi",
            {5000, 7000, 9000},
            std::move(values)};
}

std::string shade(const json::object& map, const std::string& name) {
    for (const char* list : {"formes", "tuiles"})
        for (const json::value& one : map.at(list).as_array())
            if (one.at("nom").as_string().starts_with(name)) return std::string(one.at("classe").as_string());
    return "";
}

}  // namespace

TEST_CASE("every département is on the map once, overseas ones as tiles") {
    const json::object france = map(rates({{"31", 9700}}));
    for (const domain::Department& department : domain::CodeLists::embedded().departments) {
        if (department.region_code.empty()) continue;
        INFO(department.code);
        CHECK_FALSE(shade(france, department.name + " (" + department.code + ")").empty());
    }
    CHECK(france.at("formes").as_array().size() == 96);
    CHECK(france.at("tuiles").as_array().size() == 5);
}

TEST_CASE("a value has the shade of the last bound it reaches; none is not zero") {
    const json::object france = map(rates({{"31", 9700}, {"81", 9000}, {"65", 8999}, {"2A", 0}, {"974", 5000}}));
    CHECK(shade(france, "Haute-Garonne") == "c4");
    CHECK(shade(france, "Tarn (") == "c4");
    CHECK(shade(france, "Hautes-Pyrénées") == "c3");
    CHECK(shade(france, "Corse-du-Sud") == "c1");
    CHECK(shade(france, "La Réunion") == "c2");
    CHECK(shade(france, "Ain") == "c0");
    const json::array& legend = france.at("legende").as_array();
    REQUIRE(legend.size() == 5);
    CHECK(legend[0].at("texte") == "90\u00a0% et plus");
    CHECK(legend[1].at("texte") == "de 70\u00a0% à moins de 90\u00a0%");
    CHECK(legend[3].at("texte") == "moins de 50\u00a0%");
    CHECK(legend[4].at("texte") == "pas de lot suivi");
}

TEST_CASE("the map says its highest value, its numbers and its credit, without style") {
    const json::object france = map(rates({{"31", 9700}, {"978", 100}}));
    CHECK(france.at("phrase") ==
          "2\u00a0départements ont une valeur\u00a0; le plus haut est Haute-Garonne (31)\u00a0: 97\u00a0%. Hors de la "
          "carte\u00a0: Saint-Martin (978).");
    const std::string page = Template::embedded("partials/carte.html").render(france);
    CHECK(page.find("CC BY 4.0") != std::string::npos);
    CHECK(page.find("<th scope=\"row\">Saint-Martin (978)</th>") != std::string::npos);
    CHECK(page.find("style") == std::string::npos);
    CHECK(page.size() < 130'000);
    const std::string alone = svg(france);
    // In its description and below it; with its legend, since no page stands around it.
    CHECK(alone.find("CC BY 4.0") != alone.rfind("CC BY 4.0"));
    for (const json::value& one : france.at("legende").as_array())
        CHECK(alone.find(std::string(one.at("texte").as_string()) + "</text>") != std::string::npos);
}

TEST_CASE("without bounds, round ones are found; without values, the map says so") {
    Map hours = rates({{"31", 12'000}, {"81", 100}});
    hours.bounds.clear();
    hours.measure = kInHours;
    CHECK(map(hours).at("legende").as_array()[0].at("texte") == "80\u00a0h et plus");
    CHECK(map(rates({})).at("phrase") == "Aucun département n’a de valeur.");
    CHECK(map(rates({})).at("vide").as_bool());
}

TEST_CASE("an unknown département, one given twice and a negative value are refused") {
    CHECK_THROWS_AS(map(rates({{"99", 1}})), core::Error);
    CHECK_THROWS_AS(map(rates({{"Tarn", 1}})), core::Error);
    CHECK_THROWS_AS(map(rates({{"31", 1}, {"31", 2}})), core::Error);
    CHECK_THROWS_AS(map(rates({{"31", -1}})), core::Error);
    Map disordered = rates({{"31", 1}});
    disordered.bounds = {2, 1};
    CHECK_THROWS_AS(map(disordered), std::logic_error);
}

TEST_CASE("paths are rounded to a tenth without drifting") {
    CHECK(rounded_path("m 10.04,20.06 1.04,0 1.04,0 1.04,-0.5 z") == "m10 20.1 1.1 0 1 0 1.1-.5z");
    CHECK(rounded_path("m 1,1 0.01,0.01 1,1 z m 2,2 -1,0 z") == "m1 1 1 1zm2 2-1 0z");
    CHECK_THROWS_AS(rounded_path("m 1,1 c 1,1 2,2 3,3"), std::logic_error);
}
