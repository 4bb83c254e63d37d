// Markets on the web: listed, filtered, opened, explained, changed by hand.
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/market_edits.hpp"
#include "clausier/app/references.hpp"
#include "clausier/domain/tender.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::WebWorld;

namespace {

// A market of two lots, the first with all its figures.
void add_market(WebWorld& world, const std::string& reference, const std::string& object) {
    domain::MarketDraft draft;
    draft.buyer = domain::parse_buyer("Commune de Valbrume");
    draft.market.reference = reference;
    draft.market.object = object;
    draft.market.notified_on = core::Date(std::chrono::year(2026), std::chrono::March, std::chrono::day(2));
    domain::Lot painting;
    painting.number = "1";
    painting.title = "Peinture <intérieure>";
    painting.amount = core::Euros::of(20'000'000);
    painting.labour_share = core::Rate::of(7000);
    painting.effort = core::Rate::of(500);
    painting.hourly_cost = core::Euros::of(3500);
    domain::Lot other;
    other.number = "2";
    other.title = "Divers";
    draft.lots = {painting, other};
    app::create_market({testing::fixed_day(), "essai"}, world.base, draft, app::reference(world.base));
}

}  // namespace

TEST_CASE("an empty list says what to do first, and a filter without result how to leave it") {
    WebWorld world;
    CHECK(world.get("/marches").body.find("Importer un tableur") != std::string::npos);
    add_market(world, "2026-01", "École des Tilleuls");
    CHECK(world.get("/marches").body.find("École des Tilleuls") != std::string::npos);
    CHECK(world.get("/marches?texte=piscine").body.find("Effacer les filtres") != std::string::npos);
}

TEST_CASE("markets are searched by the words of their lots and kept filters stay in the links") {
    WebWorld world;
    add_market(world, "2026-01", "École des Tilleuls");
    add_market(world, "2026-02", "Gymnase");
    const boost::json::value found = testing::json_of(world.get("/marches.json?texte=gymnase"));
    CHECK(found.at("marches_total").as_int64() == 1);
    const std::string page = world.get("/marches?texte=peinture&annee=2026").body;
    CHECK(page.find("href=\"/marches?texte=peinture\"") != std::string::npos);
    CHECK(page.find("aria-sort=\"descending\"") != std::string::npos);
    CHECK(world.get("/marches?annee=bientot").status == 400);
    CHECK(world.get("/marches?annee=bientot").body.find("Année de notification : ce n’est pas une année") !=
          std::string::npos);
    CHECK(testing::json_of(world.get("/marches.json?annee=bientot")).at("erreurs").at(0).at("champ").as_string() ==
          "annee");
}

TEST_CASE("a market and its lots are escaped, linked and exported") {
    WebWorld world;
    add_market(world, "2026-01", "École");
    const std::string page = world.get("/marches/1").body;
    CHECK(page.find("Peinture &lt;intérieure&gt;") != std::string::npos);
    CHECK(page.find("href=\"/lots/1\"") != std::string::npos);
    CHECK(world.get("/marches/1.csv").status == 200);
    CHECK(world.get("/marches/lots.csv").body.find("Peinture") != std::string::npos);
    CHECK(world.get("/marches/heures.xlsx").file != nullptr);
    CHECK(world.get("/marches/heures").status == 404);
    CHECK(world.get("/marches/77").status == 404);
}

TEST_CASE("the sheet of a lot explains its hours step by step, and a calculation is kept") {
    WebWorld world;
    add_market(world, "2026-01", "École");
    const std::string page = world.get("/lots/1").body;
    CHECK(page.find("200\u202f000\u00a0€ × 70\u00a0% × 5\u00a0% ÷ 35\u00a0€") != std::string::npos);
    CHECK(testing::json_of(world.get("/lots/1/calcul.json")).at("calcul").at("heures").as_string() == "200.00");
    REQUIRE(world.post("/lots/1/calcul", {}).status == 303);
    CHECK(world.get("/lots/1").body.find("Calculs gardés") != std::string::npos);
    CHECK(world.post("/lots/2/calcul", {}).status == 400);
}

TEST_CASE("the document of a lot is read on the network thread") {
    WebWorld world;
    add_market(world, "2026-01", "École");
    http::Head head;
    head.method = "GET";
    head.target = "/lots/1.json";
    head.headers = {{"Host", "localhost"}};
    CHECK(world.door.admit(head).direct);
    CHECK(testing::json_of(world.get("/lots/1.json")).at("montant").as_string() == "200000.00");
}

TEST_CASE("a lot changed by hand keeps what is not changed, and two hands at once see both values") {
    WebWorld world;
    add_market(world, "2026-01", "École");
    const http::Fields edit{{"lot", "1"},  {"intitule", "Peinture"}, {"montant", "250 000 €"}, {"part_mo", "70"},
                            {"taux", "5"}, {"cout_horaire", "35"},   {"heures", "250"},        {"revision", "1"}};
    REQUIRE(world.post("/lots/1/modifier", edit).status == 303);
    CHECK(testing::json_of(world.get("/lots/1.json")).at("heures").as_string() == "250.00");
    const http::Response conflict = world.post(
        "/lots/1/modifier", {{"lot", "1"}, {"intitule", "Peinture fine"}, {"montant", "260000"}, {"revision", "1"}});
    CHECK(conflict.status == 409);
    CHECK(conflict.body.find("Peinture fine") != std::string::npos);
    CHECK(conflict.body.find("Quelqu’un d’autre") != std::string::npos);
    const http::Response faulty =
        world.post("/lots/1/modifier", {{"lot", "1"}, {"montant", "beaucoup"}, {"revision", "2"}});
    CHECK(faulty.status == 422);
    CHECK(faulty.body.find("href=\"#montant\"") != std::string::npos);
}

TEST_CASE("a market changed by hand is told so, and its reference cannot be taken from another") {
    WebWorld world;
    add_market(world, "2026-01", "École");
    add_market(world, "2026-02", "Gymnase");
    CHECK(world.post("/marches/1/modifier", {{"objet", "École rénovée"}, {"marche", "2026-01"}, {"revision", "1"}})
              .headers.get("location") == "/marches/1?fait=marche-modifie");
    CHECK(world.get("/marches/1?fait=marche-modifie").body.find("Le marché est modifié.") != std::string::npos);
    const http::Response taken =
        world.post("/marches/1/modifier", {{"objet", "École"}, {"marche", "2026-02"}, {"revision", "2"}});
    CHECK(taken.status == 409);
    CHECK(taken.body.find("href=\"#marche\"") != std::string::npos);
}

TEST_CASE("an address opens the market of its number, whatever the references of others") {
    WebWorld world;
    add_market(world, "2", "École");
    add_market(world, "1", "Gymnase");
    CHECK(world.get("/marches/1").body.find("<h1>École</h1>") != std::string::npos);
    CHECK(world.get("/marches/2").body.find("<h1>Gymnase</h1>") != std::string::npos);
    CHECK(world.get("/marches/3").status == 404);
}

namespace {

// How many calculations the page of a lot says are kept.
std::size_t kept_of(WebWorld& world, const std::string& lot) {
    const std::string page = world.get(lot).body;
    std::size_t out = 0;
    for (std::size_t at = page.find("<details><summary>"); at != std::string::npos; ++out)
        at = page.find("<details><summary>", at + 1);
    return out;
}

}  // namespace

TEST_CASE("a market shows what each lot comes to today, and keeps all of it at once") {
    WebWorld world;
    add_market(world, "2026-01", "École");
    const std::string page = world.get("/marches/1").body;
    CHECK(page.find("Calcul du 21 novembre 2026, 1\u00a0lot sur 2") != std::string::npos);
    CHECK(page.find("data-t=\"Calcul du jour\">200\u00a0h<") != std::string::npos);
    const std::size_t before = kept_of(world, "/lots/1");
    REQUIRE(world.post("/marches/1/calcul", {}).headers.get("location") == "/marches/1?fait=calculs-enregistres");
    CHECK(kept_of(world, "/lots/1") == before + 1);
    CHECK(kept_of(world, "/lots/2") == 0);
}
