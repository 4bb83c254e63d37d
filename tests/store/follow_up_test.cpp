// What is kept around a subject is found in order, follows organisations that are merged, and stands in the way of
// undoing the import that made its market.
#include "clausier/store/follow_up.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/import_undo.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using core::ErrorKind;
using domain::Subject;
using domain::SubjectKind;
using store::FollowUps;

namespace {

constexpr Subject market{SubjectKind::market, 1};
constexpr Subject lot{SubjectKind::lot, 1};

// One market of one lot: its buyer is organisation 1 or 2, its holder the other.
struct World {
    store::Database database{":memory:"};
    World() { tests::import(database, {tests::record(2, "A")}); }

    domain::Contact contact(Subject about, std::string name) {
        domain::Contact out;
        out.subject = about;
        out.name = std::move(name);
        return out;
    }
    domain::Exchange exchange(Subject about, core::Date on, std::string summary) {
        domain::Exchange out;
        out.subject = about;
        out.on = on;
        out.summary = std::move(summary);
        return out;
    }
    domain::Task task(Subject about, std::string title, std::optional<core::Date> due = {},
                      std::optional<core::Date> done = {}) {
        domain::Task out;
        out.subject = about;
        out.title = std::move(title);
        out.due_on = due;
        out.done_on = done;
        return out;
    }
};

std::int64_t organisation(store::Transaction& tx, const std::string& siret) {
    return store::Organisations(tx).find(core::Identifier{"SIRET", siret})->id.value;
}

template <class Lines>
std::string titles(const Lines& lines) {
    std::string out;
    for (const auto& line : lines) {
        if constexpr (requires { line.title; })
            out += line.title + " ";
        else if constexpr (requires { line.task; })
            out += line.task.title + " ";
        else
            out += line.exchange.summary + " ";
    }
    return out;
}

}  // namespace

TEST_CASE("a subject is called as people know it, and nothing where it is not") {
    World world;
    auto tx = world.database.read();
    FollowUps store(tx);
    CHECK(store.name(market)->name == "Réfection de l'école");
    CHECK(store.name(market)->buyer == "Commune de Valbrume");
    CHECK(store.name(lot)->name == "Lot 1 – Lot 1");
    CHECK(store.name({SubjectKind::organisation, organisation(tx, "21990001000017")})->name == "Commune de Valbrume");
    for (const SubjectKind kind :
         {SubjectKind::organisation, SubjectKind::enquiry, SubjectKind::market, SubjectKind::lot})
        CHECK_FALSE(store.name({kind, 99}).has_value());
}

TEST_CASE("exchanges come newest first, tasks to be done first, contacts by name with those of buyer and holders") {
    World world;
    auto tx = world.database.write();
    FollowUps store(tx);
    const auto buyer = Subject{SubjectKind::organisation, organisation(tx, "21990001000017")};
    const auto holder = Subject{SubjectKind::organisation, organisation(tx, "99900001000019")};
    store.save(world.contact(lot, "Zoé"));
    const auto called = store.save(world.contact(lot, "Anne"));
    store.save(world.contact(buyer, "Achats"));
    store.save(world.contact(holder, "Travaux"));
    store.save(world.contact(market, "Marchés"));
    auto old = world.exchange(lot, tests::day(2026, 11, 2), "ancien");
    old.contact = called.id;
    store.save(old);
    store.save(world.exchange(lot, tests::day(2026, 11, 20), "récent"));
    store.save(world.exchange(market, tests::day(2026, 11, 20), "ailleurs"));
    store.save(world.task(lot, "sans"));
    store.save(world.task(lot, "faite", tests::day(2026, 11, 1), tests::day(2026, 11, 3)));
    store.save(world.task(lot, "loin", tests::day(2026, 12, 1)));
    store.save(world.task(lot, "près", tests::day(2026, 11, 22)));
    const domain::FollowUp all = store.of(*store.name(lot));
    REQUIRE(all.contacts.size() == 2);
    CHECK(all.contacts[0].name == "Anne");
    CHECK(all.related.size() == 3);
    CHECK(titles(all.exchanges) == "récent ancien ");
    CHECK(all.exchanges[1].contact == "Anne");
    CHECK(titles(all.tasks) == "près loin sans faite ");
}

TEST_CASE("what somebody else has saved is not written over, and what is removed is gone") {
    World world;
    auto tx = world.database.write();
    FollowUps store(tx);
    const auto contact = store.save(world.contact(lot, "Anne"));
    auto exchange = world.exchange(lot, tests::day(2026, 11, 2), "appel");
    exchange.contact = contact.id;
    exchange = store.save(exchange);
    auto task = store.save(world.task(lot, "rappeler"));
    CHECK(store.save(task).revision == 2);
    CHECK(tests::refusal([&] { store.save(task); }).kind() == ErrorKind::conflict);
    exchange.summary = "appel, puis message";
    CHECK(store.save(exchange).revision == 2);
    CHECK(tests::refusal([&] { store.save(exchange); }).kind() == ErrorKind::conflict);
    CHECK(store.save(contact).revision == 2);
    CHECK(tests::refusal([&] { store.save(contact); }).kind() == ErrorKind::conflict);
    store.remove(contact.id);
    CHECK_FALSE(store.find(contact.id).has_value());
    CHECK_FALSE(store.find(exchange.id)->contact.has_value());
    CHECK(store.find(exchange.id)->summary == "appel, puis message");
    store.remove(exchange.id);
    store.remove(task.id);
    CHECK_FALSE(store.find(exchange.id).has_value());
    CHECK_FALSE(store.find(task.id).has_value());
}

TEST_CASE("the agenda of some days holds what is to be done by then, and only its owner's when asked") {
    World world;
    auto tx = world.database.write();
    FollowUps store(tx);
    const auto from = tests::day(2026, 11, 16);
    const auto to = tests::day(2026, 11, 22);
    store.save(world.task(lot, "retard", tests::day(2026, 10, 1)));
    store.save(world.task(lot, "après", tests::day(2026, 11, 23)));
    store.save(world.task(market, "sans"));
    store.save(world.task(lot, "faite", to, to));
    store.save(world.task(lot, "finie", tests::day(2026, 10, 1), tests::day(2026, 10, 1)));
    auto hers = world.task(lot, "sienne", from);
    hers.owner = "Équipe nord";
    store.save(hers);
    for (const unsigned on : {15U, 16U, 22U, 23U})
        store.save(world.exchange(lot, tests::day(2026, 11, on), std::to_string(on)));
    const domain::Agenda all = store.agenda(from, to, "");
    CHECK(titles(all.tasks) == "retard sans faite sienne ");
    CHECK(titles(all.exchanges) == "16 22 ");
    CHECK(all.tasks.at(1).about.name == "Réfection de l'école");
    CHECK(titles(store.agenda(from, to, "Équipe nord").tasks) == "sienne ");
    CHECK(store.agenda(from, to, "Équipe nord").exchanges.empty());
    CHECK(store.owners() == std::vector<std::string>{"Équipe nord"});
}

TEST_CASE("the dates of open dossiers stand in the agenda up to its last day") {
    World world;
    auto tx = world.database.write();
    for (const char* state : {"sollicite", "refuse"})
        tx.run(R"(
INSERT INTO enquiries (buyer_id, state, object, type, buyer_category, owner, requested_on, question_due_on, answers_due_on)
VALUES (?, ?, 'Gymnase', 'inconnu', 'inconnue', 'Équipe sud', '2026-11-01', '2026-11-02', '2026-12-24'))",
               organisation(tx, "21990001000017"), state);
    FollowUps store(tx);
    const auto deadlines = store.agenda(tests::day(2026, 11, 16), tests::day(2026, 11, 22), "").deadlines;
    REQUIRE(deadlines.size() == 1);
    CHECK(deadlines[0].on == tests::day(2026, 11, 2));
    CHECK(deadlines[0].object == "Gymnase");
    CHECK(deadlines[0].buyer == "Commune de Valbrume");
    CHECK(store.agenda(tests::day(2026, 11, 16), tests::day(2026, 12, 31), "Équipe sud").deadlines.size() == 2);
    CHECK(store.owners() == std::vector<std::string>{"Équipe sud"});
}

TEST_CASE("an organisation found to be another gives it its contacts, exchanges and tasks") {
    World world;
    auto tx = world.database.write();
    FollowUps store(tx);
    domain::Organisation old;
    old.name = "Mairie de Valbrume";
    store::Organisations organisations(tx);
    const auto from = organisations.save(old).id;
    const domain::Id<domain::Organisation> into{organisation(tx, "21990001000017")};
    const Subject about{SubjectKind::organisation, from.value};
    store.save(world.contact(about, "Achats"));
    store.save(world.exchange(about, tests::day(2026, 11, 2), "appel"));
    store.save(world.task(about, "rappeler"));
    organisations.merge(from, into);
    CHECK(store.name(about)->subject == Subject{SubjectKind::organisation, into.value});
    const domain::FollowUp all = store.of(*store.name(about));
    CHECK(all.contacts.size() == 1);
    CHECK(all.exchanges.size() == 1);
    CHECK(all.tasks.size() == 1);
    CHECK(store.of({about, "", ""}).contacts.empty());
}

TEST_CASE("the import of a market or lot that is followed is not undone, nor its followed buyer removed") {
    World world;
    const auto obstacles = [&] {
        auto tx = world.database.read();
        std::string out;
        for (const auto& issue : store::ImportUndo(tx).obstacles({1})) out += issue.code + " ";
        return out;
    };
    const auto write = [&](const std::function<void(store::Transaction&)>& action) {
        auto tx = world.database.write();
        action(tx);
        tx.commit();
    };
    CHECK(obstacles().empty());
    write([&](store::Transaction& tx) {
        FollowUps(tx).save(world.task(lot, "rappeler"));
        FollowUps(tx).save(world.contact(market, "Achats"));
        FollowUps(tx).save(
            world.task({SubjectKind::organisation, organisation(tx, "21990001000017")}, "prendre rendez-vous"));
    });
    CHECK(obstacles() == "marche_suivi lot_suivi ");
    write([&](store::Transaction& tx) {
        FollowUps(tx).remove(domain::Id<domain::Task>{1});
        FollowUps(tx).remove(domain::Id<domain::Contact>{1});
        store::ImportUndo(tx).undo({1}, tests::noon(22), "compte/1");
        CHECK(store::Organisations(tx).find(core::Identifier{"SIRET", "21990001000017"}).has_value());
        CHECK_FALSE(store::Organisations(tx).find(core::Identifier{"SIRET", "99900001000019"}).has_value());
    });
}
