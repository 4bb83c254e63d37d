// The journal as an administrator reads it, who else may not, and the exports it tells of.
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/journal.hpp"
#include "clausier/store/journal.hpp"
#include "logged_world.hpp"

using namespace clausier;
using testing::has;

namespace {

void add_rows(store::Database& base, int count) {
    store::Transaction tx = base.write();
    for (int i = 1; i <= count; ++i)
        store::Journal(tx).append({std::chrono::sys_days(std::chrono::year(2026) / 11 / (1 + i % 20)), "compte/7",
                                   i % 2 == 0 ? "marche.modifier" : "import.appliquer", "marche/" + std::to_string(i),
                                   "<b>détail</b>"});
    tx.commit();
}

}  // namespace

TEST_CASE("the journal shows its rows, by action, actor, subject and day, page by page") {
    testing::WebWorld world;
    const http::Response empty = world.get("/journal");
    CHECK(empty.status == 200);
    CHECK(has(empty, "Aucune ligne du journal"));
    add_rows(world.base, 150);
    const http::Response first = world.get("/journal");
    CHECK(first.headers.get("cache-control") == "no-store");
    CHECK(has(first, "page 1 sur 2"));
    CHECK(has(first, "href=\"/marches/150\">marche/150</a>"));
    CHECK(has(first, "&lt;b&gt;d"));
    CHECK(has(world.get("/journal?page=2&sujet=marche"), "href=\"/journal?sujet=marche&amp;page=1\""));
    const auto total = [&](const std::string& query) {
        return testing::json_of(world.get("/journal.json" + query)).at("lignes_total").to_number<int>();
    };
    CHECK(total("") == 150);
    CHECK(total("?action=import") == 75);
    CHECK(total("?acteur=compte/7&sujet=marche/3") == 1);
    CHECK(total("?acteur=cli") == 0);
    CHECK(total("?du=2026-11-02&au=2026-11-02") == 8);
    CHECK(world.get("/journal?du=hier").status == 400);
}

TEST_CASE("an export of the journal holds every row, and is told in it") {
    testing::WebWorld world;
    add_rows(world.base, 150);
    const http::Response csv = world.get("/journal.csv?action=import");
    CHECK(csv.status == 200);
    CHECK(std::count(csv.body.begin(), csv.body.end(), '\n') == 76);
    const auto told = app::list_journal(world.base, {.action = "donnees.exporter"});
    REQUIRE(told.total == 1);
    CHECK(told.rows.front().entry.actor == "web");
    CHECK(told.rows.front().entry.subject == "/journal");
    CHECK(told.rows.front().entry.detail == "csv lignes=75");
}

TEST_CASE("a check says that the chain holds, or names the row where it breaks") {
    testing::WebWorld world;
    add_rows(world.base, 5);
    CHECK(has(world.get("/journal/verification"), "La chaîne d’empreintes est entière"));
    CHECK(testing::json_of(world.get("/journal/verification.json")).at("intact").as_bool());
    {
        store::Transaction tx = world.base.write();
        tx.script("UPDATE journal SET actor = 'compte/8' WHERE id = 3");
        tx.commit();
    }
    CHECK(has(world.get("/journal/verification"), "rompue à la ligne 3"));
    CHECK(testing::json_of(world.get("/journal/verification.json")).at("faute").as_string() == "alteree");
}

TEST_CASE("who manages accounts reads the journal, nobody else; what an account takes away bears its number") {
    testing::LoggedWorld world;
    const auto admin = world.person(domain::Role::admin);
    const auto buyer = world.person(domain::Role::buyer, world.organisation("Commune de Valbrume"));
    CHECK(world.get_as(admin, "/journal").status == 200);
    CHECK(world.get_as(buyer, "/journal").status == 403);
    CHECK(world.get_as(buyer, "/journal/verification").status == 403);
    CHECK(world.get("/journal").status == 303);
    CHECK(world.get_as(buyer, "/marches.csv").status == 200);
    const auto row = app::list_journal(world.base, {.action = "donnees.exporter"}).rows.at(0);
    CHECK(row.entry.actor == "compte/" + std::to_string(buyer.account.value));
    CHECK(row.entry.subject == "/marches");
    const std::string shown = world.get_as(admin, "/journal.json").body;
    CHECK(shown.find(buyer.email) == std::string::npos);
    CHECK(shown.find("Compte 2") == std::string::npos);
}

TEST_CASE("a page that is read, a page open to all and a question about headers leave no row") {
    testing::WebWorld world;
    for (const char* target : {"/marches", "/marches.json", "/references.csv"}) CHECK(world.get(target).status == 200);
    CHECK(world.send("HEAD", "/marches.csv", {}, "").status == 200);
    CHECK(app::list_journal(world.base, {}).total == 0);
}
