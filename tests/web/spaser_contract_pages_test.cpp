// The contracts behind figures: counted, not counted, not filled in, left out and why.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/core/table.hpp"
#include "clausier/domain/indicator.hpp"
#include "spaser_world.hpp"

using namespace clausier;
using testing::json_of;
using testing::WebWorld;

namespace {

std::vector<std::string> references(const boost::json::value& document) {
    std::vector<std::string> out;
    for (const boost::json::value& one : document.at("contrats").as_array())
        out.emplace_back(one.at("marche").as_string());
    return out;
}

using Names = std::vector<std::string>;
const std::string valbrume = "acheteur=Commune%20de%20Valbrume&annee=2026";

bool holds(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("the three lists of an indicator share out the contracts counted") {
    WebWorld world;
    testing::add_contracts(world);
    const auto list = [&](const std::string& name) {
        return references(json_of(world.get("/spaser/indicateurs/S1.json?liste=" + name + "&" + valbrume)));
    };
    CHECK(list("comptes") == Names{"26-1", "26-2"});
    CHECK(list("autres") == Names{"26-3"});
    CHECK(list("non_renseignes") == Names{"26-4"});
    const std::string page = world.get("/spaser/indicateurs/S1?liste=autres&" + valbrume).body;
    CHECK(holds(page, "Dans le numérateur (2)"));
    CHECK(holds(page, "Renseignés, hors du numérateur (1)"));
    CHECK(holds(page, "Non renseignés (1)"));
    CHECK(holds(page, "href=\"/lots/4\""));
}

TEST_CASE("an indicator says what it counts, its source, and each year on its own contracts") {
    WebWorld world;
    testing::add_contracts(world);
    const std::string page = world.get("/spaser/indicateurs/s1?acheteur=Commune%20de%20Valbrume&par=secteur").body;
    CHECK(holds(page, domain::indicator_info("S1")->numerator));
    CHECK(holds(page, "Chaque année sur ses propres contrats"));
    CHECK(holds(page, "Chaque ligne sur ses propres contrats"));
    const boost::json::value document = json_of(world.get("/spaser/indicateurs/S1.json?" + valbrume));
    CHECK(document.at("chiffre").at("nombre").as_int64() == 2);
    CHECK(document.at("indicateur").at("source").as_string().size() > 0);
}

TEST_CASE("an indicator that waits for execution says why, without a list") {
    WebWorld world;
    testing::add_contracts(world);
    const http::Response page = world.get("/spaser/indicateurs/I1");
    CHECK(page.status == 200);
    CHECK(holds(page.body, "Non disponible"));
    CHECK_FALSE(holds(page.body, "Dans le numérateur"));
    CHECK(world.get("/spaser/indicateurs/Z9").status == 404);
    CHECK(world.get("/spaser/indicateurs/S1?liste=lune").status == 400);
}

TEST_CASE("contracts left out are listed with why, and no contract is in no list") {
    WebWorld world;
    testing::add_contracts(world);
    const boost::json::value counted = json_of(world.get("/spaser/contrats.json"));
    const boost::json::value excluded = json_of(world.get("/spaser/contrats.json?liste=exclus"));
    CHECK(counted.at("contrats_total").as_int64() + excluded.at("contrats_total").as_int64() == 8);
    CHECK(references(excluded) == Names{"sans-date"});
    CHECK(excluded.at("contrats").at(0).at("motif").as_string() == "annee_inconnue");
    CHECK(holds(world.get("/spaser/contrats?liste=exclus").body, "date de notification inconnue"));
    CHECK(holds(world.get("/spaser/contrats?liste=aberrants").body, "Aucun montant aberrant"));
}

TEST_CASE("an absurd amount is listed apart, counted in numbers and not in sums") {
    WebWorld world;
    testing::add_contract(world, {.reference = "26-1"});
    testing::add_contract(world, {.reference = "26-2", .euros = 99'999'999'999});
    const boost::json::value list = json_of(world.get("/spaser/contrats.json?liste=aberrants"));
    CHECK(references(list) == Names{"26-2"});
    CHECK(list.at("contrats").at(0).at("montant").is_null());
    CHECK(list.at("contrats").at(0).at("montant_lu").as_string() == "99999999999.00");
    const boost::json::value all = json_of(world.get("/spaser/contrats.json"));
    CHECK(all.at("contrats_total").as_int64() == 2);
    CHECK(all.at("montant_total").as_string() == "100000.00");
}

TEST_CASE("lists are cut in pages of a hundred, and exported whole") {
    WebWorld world;
    for (int i = 0; i < 102; ++i) testing::add_contract(world, {.reference = "26-" + std::to_string(1000 + i)});
    CHECK(json_of(world.get("/spaser/contrats.json")).at("contrats").as_array().size() == 100);
    const std::string page = world.get("/spaser/contrats?page=2").body;
    CHECK(holds(page, "page 2 sur 2"));
    CHECK(holds(page, "rel=\"prev\""));
    CHECK(holds(page, "26-1101"));
    const std::string csv = world.get("/spaser/contrats.csv").body;
    CHECK(core::parse_csv(std::string_view(csv).substr(3), "export", ';').rows.size() == 102);
    CHECK(world.get("/spaser/contrats.xlsx").file != nullptr);
}
