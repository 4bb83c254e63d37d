// Contacts, exchanges and tasks kept: whole or refused, told in the journal without anybody's name.
#include "clausier/app/follow_up.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/store/journal.hpp"

using namespace clausier;
using core::ErrorKind;
using domain::Subject;
using domain::SubjectKind;
using tests::refusal;

namespace {

constexpr Subject market{SubjectKind::market, 1};

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

struct World : tests::MarketWorld {
    World() { add("Commune de Valbrume", "2026-01", 200'000); }
    using tests::MarketWorld::add;

    domain::Contact contact(std::string name, Subject about = market) {
        domain::Contact out;
        out.subject = about;
        out.name = std::move(name);
        out.phone = "01 99 00 12 34";
        return app::add(session, base, out);
    }
    domain::Exchange exchange(std::string summary, const char* on, Subject about = market) {
        domain::Exchange out;
        out.subject = about;
        out.on = day(on);
        out.summary = std::move(summary);
        return app::add(session, base, out);
    }
    domain::Task task(std::string title, const char* due, std::string owner = "", Subject about = market) {
        domain::Task out;
        out.subject = about;
        out.title = std::move(title);
        if (due) out.due_on = day(due);
        out.owner = std::move(owner);
        return app::add(session, base, out);
    }
    std::vector<store::JournalRow> journal() {
        store::Transaction tx = base.read();
        return store::Journal(tx).list(100);
    }
};

}  // namespace

TEST_CASE("what is added is tidied, found around its subject, and told by its number") {
    World world;
    const auto contact = world.contact("  Camille   Dupré-Essai ");
    CHECK(contact.name == "Camille Dupré-Essai");
    CHECK(app::find_contact(world.base, contact.id).phone == "01 99 00 12 34");
    world.exchange("Appel", "2026-11-20");
    world.task("Rappeler", "2026-11-25");
    const domain::FollowUp all = app::follow_up(world.base, market);
    CHECK(all.about.buyer == "Commune de Valbrume");
    CHECK(all.contacts.size() == 1);
    CHECK(all.exchanges.size() == 1);
    CHECK(all.tasks.size() == 1);
    REQUIRE(world.journal().size() == 3);
    CHECK(world.journal()[2].entry.action == "contact.ajouter");
    CHECK(world.journal()[2].entry.subject == "contact/1");
    CHECK(world.journal()[2].entry.detail == "marche/1");
}

TEST_CASE("no text that a person typed stands in the journal") {
    World world;
    auto contact = world.contact("Camille Zqnom");
    contact.email = "zqnom@valbrume.example";
    app::update(world.session, world.base, contact);
    auto exchange = world.exchange("zqnom a appelé", "2026-11-20");
    exchange.report = "zqnom";
    exchange.owner = "zqnom";
    app::update(world.session, world.base, exchange);
    auto task = world.task("Rappeler zqnom", "2026-11-25", "zqnom");
    app::finish(world.session, world.base, task.id);
    app::reopen(world.session, world.base, task.id);
    app::remove(world.session, world.base, contact.id);
    app::remove(world.session, world.base, exchange.id);
    app::remove(world.session, world.base, task.id);
    std::string actions;
    for (const store::JournalRow& row : world.journal()) {
        for (const std::string& text : {row.entry.actor, row.entry.subject, row.entry.detail})
            CHECK(text.find("zqnom") == std::string::npos);
        actions = row.entry.action + " " + actions;
    }
    CHECK(
        actions ==
        "contact.ajouter contact.modifier echange.ajouter echange.modifier tache.ajouter tache.terminer tache.rouvrir "
        "contact.retirer echange.retirer tache.retirer ");
}

TEST_CASE("a subject that is not there takes nothing, and faults leave nothing behind") {
    World world;
    for (const SubjectKind kind :
         {SubjectKind::organisation, SubjectKind::enquiry, SubjectKind::market, SubjectKind::lot}) {
        CHECK(refusal([&] { world.task("x", nullptr, "", {kind, 99}); }).kind() == ErrorKind::not_found);
        CHECK(refusal([&] { app::follow_up(world.base, {kind, 99}); }).kind() == ErrorKind::not_found);
    }
    CHECK(refusal([&] { world.contact(" "); }).issues().front().where == "nom");
    CHECK(refusal([&] { world.exchange("", "2026-11-20"); }).issues().front().where == "resume");
    CHECK(refusal([&] { app::find_task(world.base, {7}); }).kind() == ErrorKind::not_found);
    CHECK(refusal([&] { app::finish(world.session, world.base, {7}); }).kind() == ErrorKind::not_found);
    CHECK(refusal([&] { app::remove(world.session, world.base, domain::Id<domain::Contact>{7}); }).kind() ==
          ErrorKind::not_found);
    CHECK(world.journal().empty());
}

TEST_CASE("an exchange is with a contact of its subject or of its buyer, and stays when the contact goes") {
    World world;
    const Subject buyer{SubjectKind::organisation, 1};
    const auto hers = world.contact("Achats", buyer);
    auto exchange = world.exchange("Appel", "2026-11-20");
    exchange.contact = hers.id;
    exchange = app::update(world.session, world.base, exchange);
    world.add("Syndicat des Brumes", "S-1", 1'000);
    const auto foreign = world.contact("Autre", {SubjectKind::organisation, 2});
    auto other = exchange;
    other.contact = foreign.id;
    CHECK(refusal([&] { app::update(world.session, world.base, other); }).issues().front().where == "contact");
    app::remove(world.session, world.base, hers.id);
    const auto kept = app::find_exchange(world.base, exchange.id);
    CHECK_FALSE(kept.contact.has_value());
    CHECK(kept.summary == "Appel");
}

TEST_CASE("two hands at once: the second sees both values, unless they agree") {
    World world;
    auto first = world.task("Rappeler", "2026-11-25");
    auto second = first;
    first.due_on = day("2026-11-26");
    app::update(world.session, world.base, first);
    auto same = second;
    same.due_on = day("2026-11-26");
    CHECK(app::update(world.session, world.base, same).revision == 2);
    second.due_on = day("2026-11-27");
    const auto refused = refusal([&] { app::update(world.session, world.base, second); });
    CHECK(refused.kind() == ErrorKind::conflict);
    REQUIRE(refused.issues().size() == 1);
    CHECK(refused.issues()[0].where == "echeance");
    CHECK(refused.issues()[0].text.find("26 novembre 2026") != std::string::npos);
    CHECK(world.journal().size() == 2);
}

TEST_CASE("a task done twice is done the first day, and told once") {
    World world;
    const auto task = world.task("Rappeler", "2026-11-25");
    CHECK(app::finish(world.session, world.base, task.id).done_on == day("2026-11-21"));
    app::finish(world.session, world.base, task.id);
    CHECK(world.journal().size() == 2);
    CHECK_FALSE(app::reopen(world.session, world.base, task.id).done_on.has_value());
    app::reopen(world.session, world.base, task.id);
    CHECK(world.journal().size() == 3);
}

TEST_CASE("the week of somebody holds hers, what is late whatever the week, and knows everybody") {
    World world;
    world.task("en retard", "2026-11-02", "Équipe nord");
    world.task("samedi", "2026-11-21", "Équipe nord");
    world.task("d’une autre", "2026-11-21", "Équipe sud");
    world.task("décembre", "2026-12-02", "Équipe nord");
    world.exchange("visite", "2026-11-19");
    const auto week = app::week(world.session, world.base, day("2026-11-18"), "Équipe nord");
    CHECK(week.owners == std::vector<std::string>{"Équipe nord", "Équipe sud"});
    CHECK(week.late.size() == 1);
    REQUIRE(week.days[5].tasks.size() == 1);
    CHECK(week.days[5].tasks[0].task.title == "samedi");
    CHECK(week.days[3].exchanges.empty());
    CHECK(app::week(world.session, world.base, day("2026-11-18"), "").days[3].exchanges.size() == 1);
    // A past week too shows what is late today, a coming one what it holds.
    CHECK(app::week(world.session, world.base, day("2026-01-01"), "").late.size() == 1);
    CHECK(app::week(world.session, world.base, day("2026-12-01"), "").days[2].tasks.size() == 1);
}

TEST_CASE("a calendar goes from three months ago to the end of time") {
    World world;
    world.exchange("ancien", "2026-08-01");
    world.exchange("récent", "2026-10-01");
    world.task("loin", "2099-01-01");
    const auto agenda = app::calendar(world.session, world.base, "");
    CHECK(agenda.exchanges.size() == 1);
    CHECK(agenda.tasks.size() == 1);
}

TEST_CASE("two names that are one buyer have one follow-up") {
    World world;
    world.add("Mairie de Valbrume", "2026-02", 1'000);
    world.contact("Achats", {SubjectKind::organisation, 2});
    app::merge_buyers(world.session, world.base, "Mairie de Valbrume", "Commune de Valbrume");
    CHECK(app::follow_up(world.base, {SubjectKind::organisation, 1}).contacts.size() == 1);
    CHECK(app::follow_up(world.base, {SubjectKind::organisation, 2}).about.subject.id == 1);
    CHECK(world.task("rappeler", nullptr, "", {SubjectKind::organisation, 2}).subject.id == 1);
}
