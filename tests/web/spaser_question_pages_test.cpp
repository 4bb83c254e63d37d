// « Question d’élu »: a cross-tab on one page, in every shape.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/core/table.hpp"
#include "spaser_world.hpp"

using namespace clausier;
using testing::json_of;
using testing::WebWorld;

namespace {

bool holds(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }
const std::string asked = "/spaser/question";
const std::string crossed = "?lignes=secteur&colonnes=annee&indicateur=S1&acheteur=Commune%20de%20Valbrume";

}  // namespace

TEST_CASE("the page asks first, with examples that answer") {
    WebWorld world;
    testing::add_contracts(world);
    const std::string page = world.get(asked).body;
    CHECK(holds(page, "Par exemple"));
    CHECK(holds(page, "href=\"/spaser/question?indicateur=S1&amp;lignes=secteur&amp;colonnes=annee\""));
    CHECK(world.get("/spaser/question?indicateur=S1&lignes=secteur&colonnes=annee").status == 200);
}

TEST_CASE("an answer holds the question in words, the day, the figures, the method and the contracts") {
    WebWorld world;
    testing::add_contracts(world);
    const boost::json::value document = json_of(world.get(asked + ".json" + crossed));
    CHECK(document.at("date").as_string() == "2026-11-21");
    CHECK(document.at("total").at("contrats").as_int64() == 2);
    CHECK(document.at("total").at("tous").as_int64() == 5);
    CHECK(document.at("contrats_total").as_int64() == 2);
    std::int64_t sum = 0;
    for (const boost::json::value& cell : document.at("cases").as_array()) sum += cell.at("contrats").as_int64();
    CHECK(sum == 2);
    const std::string page = world.get(asked + crossed).body;
    CHECK(holds(page, "par secteur et par année\u00a0?"));
    CHECK(holds(page, "Réponse au 21 novembre 2026"));
    CHECK(holds(page, "Lot de 26-1"));
    CHECK(holds(page, "Méthode"));
    CHECK(holds(page, "/spaser/indicateurs/S1?acheteur="));
}

TEST_CASE("place and company narrow the question") {
    WebWorld world;
    testing::add_contracts(world);
    testing::add_contract(world, {.reference = "ailleurs", .place = "31"});
    const auto total = [&](const std::string& query) {
        return json_of(world.get(asked + ".json?lignes=secteur&" + query)).at("total").at("contrats").as_int64();
    };
    CHECK(total("") == 8);
    CHECK(total("lieu=31") == 1);
    CHECK(total("lieu=57") == 7);
    CHECK(total("entreprise=inconnue") == 0);
    CHECK(holds(world.get(asked + "?lignes=secteur&lieu=99").body, "Aucun contrat n’est compté parmi ceux"));
}

TEST_CASE("buyers are called by their names") {
    WebWorld world;
    testing::add_contracts(world);
    CHECK(holds(world.get(asked + "?lignes=acheteur").body, "Département de la Lorne"));
}

TEST_CASE("an answer leaves in every shape") {
    WebWorld world;
    testing::add_contracts(world);
    CHECK(world.get(asked + ".docx" + crossed).body.starts_with("PK"));
    CHECK(world.get(asked + ".odt" + crossed).body.starts_with("PK"));
    CHECK(world.get(asked + ".pdf" + crossed).body.starts_with("%PDF"));
    CHECK(world.get(asked + ".xlsx" + crossed).file != nullptr);
    const std::string csv = world.get(asked + ".csv" + crossed).body;
    CHECK(core::parse_csv(std::string_view(csv).substr(3), "export", ';').rows.size() == 4);
}

TEST_CASE("a question that cannot be asked is refused in one sentence") {
    WebWorld world;
    testing::add_contracts(world);
    CHECK(holds(world.get(asked + "?lignes=lune").body, "Lignes : cette façon de ranger n’existe pas"));
    CHECK(world.get(asked + "?lignes=secteur&indicateur=I1").status == 400);
    CHECK(world.get(asked + ".json").status == 400);
    CHECK(world.get(asked + ".docx").status == 400);
}
