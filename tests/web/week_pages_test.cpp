// « Ma semaine »: what is late first, tasks ticked off from there, its filter, its exports and its calendar.
#include <boost/json/array.hpp>

#include "clausier/app/enquiries.hpp"
#include "hostile.hpp"

using namespace clausier;

namespace {

struct World : testing::WatchedMarket {
    void task(const char* title, const char* due, const char* owner) {
        REQUIRE(
            tried_form("/suivi/taches",
                       {{"genre", "marche"}, {"numero", "1"}, {"titre", title}, {"echeance", due}, {"referent", owner}})
                .status == 303);
    }
    std::string page(const std::string& address) {
        const http::Response answer = tried("GET", address);
        CHECK(answer.status == 200);
        CHECK(answer.headers.get("cache-control") == "no-store");
        return answer.body;
    }
};

bool has(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("an empty week says what to do, one of somebody how to see everybody's") {
    World world;
    CHECK(has(world.page("/semaine"), "Rien n’est prévu cette semaine, et rien n’est en retard."));
    CHECK(has(world.page("/semaine"), "href=\"/dossiers/creer\">Ouvrir un dossier</a>"));
    CHECK(has(world.page("/semaine"), "Noter une tâche"));
    CHECK(has(world.page("/semaine?referent=Nord"), "Voir la semaine de tous"));
    CHECK(world.tried("GET", "/semaine?jour=demain").status == 400);
}

TEST_CASE("what is late comes first, then the days, then what has no date") {
    World world;
    world.task("en retard", "2026-11-02", "Nord");
    world.task("samedi", "2026-11-21", "Nord");
    world.task("sans date", "", "Sud");
    const std::string page = world.page("/semaine");
    CHECK(has(page, "<h1>Semaine du 16 au 22 novembre 2026</h1>"));
    CHECK(has(page, "en retard de 19\u00a0jours"));
    const std::size_t late = page.find(">En retard<");
    const std::size_t saturday = page.find("samedi 21 novembre");
    const std::size_t undated = page.find(">Sans date<");
    CHECK(late < saturday);
    CHECK(saturday < undated);
    CHECK(undated != std::string::npos);
    CHECK(has(page, "href=\"/semaine?jour=2026-11-09\""));
    CHECK(has(page, "href=\"/semaine?jour=2026-11-23\""));
    CHECK_FALSE(has(world.page("/semaine?referent=Sud"), "samedi</b>"));
    CHECK(has(world.page("/semaine?referent=Sud"), "<option value=\"Sud\" selected>"));
    CHECK(
        has(world.page("/semaine?referent=Sud&jour=2026-11-21"), "href=\"/semaine?jour=2026-11-23&amp;referent=Sud\""));
}

TEST_CASE("a task ticked off from the week comes back to that week") {
    World world;
    world.task("samedi", "2026-11-21", "Équipe nord");
    const http::Response done = world.tried_form(
        "/suivi/taches/1/terminer", {{"retour", "semaine"}, {"jour", "2026-11-16"}, {"referent", "Équipe nord"}});
    CHECK(done.headers.get("location") == "/semaine?jour=2026-11-16&referent=%C3%89quipe%20nord&fait=tache-terminee");
    CHECK(has(world.page("/semaine?jour=2026-11-16&fait=tache-terminee"), "La tâche est terminée."));
    CHECK(has(world.page("/semaine"), "✓ faite"));
    CHECK(world.tried_form("/suivi/taches/1/rouvrir", {{"retour", "//autre.example"}}).headers.get("location") ==
          "/suivi/marche/1?fait=tache-rouverte");
}

TEST_CASE("the dates a dossier awaits stand in the week, and a dossier has its follow-up") {
    World world;
    app::EnquiryDraft draft;
    draft.buyer.name = "Commune de Valbrume";
    draft.enquiry.purchase.object = "Gymnase";
    draft.enquiry.requested_on = world.app.clock.today();
    draft.enquiry.question_due_on = core::parse_iso_date("2026-11-19").value();
    draft.enquiry.publication_due_on = core::parse_iso_date("2026-11-22").value();
    app::create_enquiry({world.app.clock, "essai"}, world.base, draft);
    const std::string page = world.page("/semaine");
    CHECK(has(page, "! attendue le 19 novembre 2026"));
    CHECK(has(page, "<b>Publication</b>"));
    CHECK(has(page, "<a href=\"/dossiers/1\">Gymnase – Commune de Valbrume</a>"));
    CHECK(has(world.tried("GET", "/semaine.ics").body, "UID:dossier-1-question@clausier"));
    CHECK(has(world.page("/suivi/dossier/1"), "href=\"/dossiers/1\""));
    CHECK(has(world.page("/organisations/1"), "<a href=\"/dossiers/1\">Gymnase</a>"));
}

TEST_CASE("the week is exported, and its calendar subscribed to") {
    World world;
    world.task("samedi", "2026-11-21", "Nord");
    CHECK(testing::json_of(world.tried("GET", "/semaine.json")).at("elements").as_array().size() == 1);
    CHECK(has(world.tried("GET", "/semaine.csv").body, "samedi"));
    const std::string page = world.page("/semaine?referent=Nord");
    CHECK(has(page, "value=\"http://localhost:8080/semaine.ics?referent=Nord\""));
    const http::Response feed = world.tried("GET", "/semaine.ics?referent=Nord");
    CHECK(feed.headers.get("content-type") == "text/calendar; charset=utf-8");
    CHECK(feed.headers.get("cache-control") == "no-store");
    CHECK(feed.body.starts_with("BEGIN:VCALENDAR\r\n"));
    CHECK(has(feed.body, "UID:tache-1@clausier\r\n"));
    CHECK(world.tried("GET", "/semaine.ics?referent=Sud").body.find("UID:") == std::string::npos);
    CHECK(world.tried("HEAD", "/semaine.ics").status == 200);
}
