// The overview of responsible purchasing: figures equal to those of the use case, linked, compared, broken down.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/indicators.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/core/table.hpp"
#include "spaser_world.hpp"

using namespace clausier;
using testing::json_of;
using testing::WebWorld;

namespace {

// The figure of an indicator in a document.
boost::json::object figure(const boost::json::value& document, std::string_view code) {
    for (const boost::json::value& one : document.at("indicateurs").as_array())
        if (one.at("code").as_string() == code) return one.as_object();
    FAIL("no such indicator");
    return {};
}

std::int64_t id_of(WebWorld& world, const std::string& buyer) { return app::find_buyer(world.base, buyer).id.value; }

bool holds(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("an empty base says where to import contracts from") {
    WebWorld world;
    const std::string page = world.get("/spaser").body;
    CHECK(holds(page, "ne contient encore aucun contrat"));
    CHECK(holds(page, "href=\"/import\""));
    CHECK_FALSE(holds(page, "Axe social"));
}

TEST_CASE("figures are those of the use case, each with its denominators") {
    WebWorld world;
    testing::add_contracts(world);
    app::ContractScope scope;
    scope.buyers = {{id_of(world, "Commune de Valbrume")}};
    scope.first_year = scope.last_year = 2026;
    const app::IndicatorSheet sheet = app::indicators({testing::fixed_day(), "essai"}, world.base, scope, {});
    const boost::json::value document = json_of(world.get("/spaser.json?acheteur=Commune%20de%20Valbrume&annee=2026"));
    CHECK(document.at("contrats").as_int64() == 4);
    CHECK(document.at("contrats").as_int64() == sheet.all.contracts);
    CHECK(document.at("montant").as_string() == "400000.00");
    for (const domain::IndicatorValue& value : sheet.values) {
        CAPTURE(value.code);
        const boost::json::object shown = figure(document, value.code);
        if (!value.unavailable.empty() || value.value) {
            CHECK(shown.at("nombre").is_null());
            continue;
        }
        CHECK(shown.at("nombre").as_int64() == value.part.contracts);
        CHECK(shown.at("tous").as_int64() == value.all.contracts);
        CHECK(shown.at("renseignes").as_int64() == value.filled.contracts);
        CHECK(shown.at("montant").as_string() == core::decimal(value.part.amount));
    }
    const boost::json::object social = figure(document, "S1");
    CHECK(social.at("taux_nombre").as_string() == "50.00");
    CHECK(social.at("taux_nombre_renseignes").as_string() == "66.67");
    CHECK(social.at("taux_montant").as_string() == "62.50");
    CHECK(social.at("taux_renseignement").as_string() == "75.00");
}

TEST_CASE("without a year the last one that has contracts is shown, and its address says so") {
    WebWorld world;
    testing::add_contracts(world);
    const std::string page = world.get("/spaser").body;
    CHECK(holds(page, "notifiés en 2026 par tous les acheteurs"));
    CHECK(holds(page, "/spaser/indicateurs/S1?annee=2026&amp;liste=comptes#contrats"));
    CHECK(holds(world.get("/spaser?annee=toutes").body, "toutes années confondues"));
    CHECK(json_of(world.get("/spaser.json?annee=toutes")).at("contrats").as_int64() == 7);
    CHECK(json_of(world.get("/spaser.json?annee=2024&jusqua=2026")).at("contrats").as_int64() == 7);
}

TEST_CASE("a year of nothing is a gap in the chart, and a change is told in points") {
    WebWorld world;
    testing::add_contracts(world);
    const std::string page = world.get("/spaser?annee=2026").body;
    CHECK(holds(page, "id=\"tendance-S1-titre\""));
    CHECK(holds(page, "<th scope=\"row\">2025</th><td class=\"num\" data-t=\"Taux sur tous\">non renseigné</td>"));
    CHECK_FALSE(holds(page, "Écart avec"));
    testing::add_contract(world, {.reference = "25-1", .year = 2025, .social = "Pas de considération sociale"});
    const std::string next = world.get("/spaser?annee=2026").body;
    CHECK(holds(next, "Écart avec 2025"));
    CHECK(holds(next, "+50\u00a0points"));
}

TEST_CASE("two buyers stand side by side, each on its own contracts") {
    WebWorld world;
    testing::add_contracts(world);
    const std::string page =
        world.get("/spaser?annee=2026&acheteur=Commune%20de%20Valbrume&autre=D%C3%A9partement%20de%20la%20Lorne").body;
    CHECK(holds(page, "Deux acheteurs côte à côte"));
    CHECK(holds(page, "<b>2 sur 4 (50\u00a0%)</b>"));
    CHECK(holds(page, "<b>1 sur 2 (50\u00a0%)</b>"));
    const boost::json::value document = json_of(
        world.get("/spaser.json?annee=2026&acheteur=Commune%20de%20Valbrume&autre=D%C3%A9partement%20de%20la%20Lorne"));
    CHECK(document.at("autre").at("contrats").as_int64() == 2);
}

TEST_CASE("a breakdown has one row a value, whose link narrows the page to it") {
    WebWorld world;
    testing::add_contracts(world);
    const std::string page = world.get("/spaser?annee=2026&par=secteur").body;
    CHECK(holds(page, "<h2 id=\"ventilation\">Par secteur</h2>"));
    CHECK(holds(page, "href=\"/spaser?annee=2026&amp;secteur=services\""));
    CHECK(json_of(world.get("/spaser.json?annee=2026&secteur=services")).at("contrats").as_int64() == 1);
    const std::string csv = world.get("/spaser.csv?annee=2026&par=secteur").body;
    const core::Table table = core::parse_csv(std::string_view(csv).substr(3), "export", ';');
    CHECK(table.rows.size() == 3 * domain::indicators().size());
}

TEST_CASE("options stay in every link, and the method says them in words") {
    WebWorld world;
    testing::add_contracts(world);
    const std::string page = world.get("/spaser?annee=2026&montant=modifie&accords=tous").body;
    CHECK(holds(page, "celui de la dernière modification"));
    CHECK(holds(page, "montant=modifie&amp;accords=tous&amp;liste=comptes"));
    CHECK(holds(page, "<details open><summary>Options de calcul"));
}

TEST_CASE("contracts that say nothing lead to their classification") {
    WebWorld world;
    testing::add_contract(world, {.reference = "muet"});
    const std::string page = world.get("/spaser").body;
    CHECK(holds(page, "non renseigné n’est pas « aucune »"));
    CHECK(holds(page, "href=\"/spaser/classer\""));
}

TEST_CASE("a year without contracts says so and leads out") {
    WebWorld world;
    testing::add_contract(world, {.reference = "26-1"});
    const std::string page = world.get("/spaser?annee=2019").body;
    CHECK(holds(page, "Aucun contrat n’est compté parmi ceux notifiés en 2019"));
    CHECK(holds(page, "href=\"/spaser?annee=toutes\""));
}

TEST_CASE("what is wrong in an address is said in one sentence, by its name") {
    WebWorld world;
    testing::add_contracts(world);
    const auto refused = [&](const std::string& query, unsigned status, std::string_view sentence) {
        const http::Response page = world.get("/spaser?" + query);
        CAPTURE(query);
        CHECK(page.status == status);
        CHECK(holds(page.body, sentence));
        CHECK(world.get("/spaser.json?" + query).status == status);
    };
    refused("annee=douze", 400, "Année de notification : ce n’est pas une année plausible");
    refused("annee=2026&jusqua=2024", 400, "la dernière année est avant la première");
    refused("acheteur=Personne", 404, "Personne");
    refused("acheteur=999", 404, "cette organisation n’existe pas");
    refused("par=lune", 400, "cette ventilation n’existe pas");
    refused("secteur=lune", 400, "ce secteur n’existe pas");
    refused("tranche=lune", 400, "cette tranche n’existe pas");
    refused("montant=lune", 400, "cette valeur n’existe pas");
    refused("departement=999", 400, "ce département n’est pas connu");
    refused("lieu=57%25", 400, "ce n’est pas un code de lieu");
}
