// Dossiers opened and changed: whole or not at all, told in the journal, and never over somebody else's change.
#include "clausier/app/enquiries.hpp"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <thread>

#include "app/enquiry_world.hpp"
#include "clausier/app/follow_up.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/app/organisation_links.hpp"
#include "clausier/store/produced_documents.hpp"

using namespace clausier;
using core::ErrorKind;
using tests::EnquiryWorld;
using tests::refusal;

TEST_CASE("a dossier is opened with its buyer and its lots, as requested today") {
    EnquiryWorld world;
    const auto sheet = world.create();
    CHECK(sheet.buyer.name == "Région des Hautes-Terres");
    CHECK(sheet.buyer.kind == domain::OrganisationKind::public_body);
    CHECK(sheet.enquiry.state == domain::EnquiryState::requested);
    CHECK(sheet.enquiry.requested_on == tests::day("2026-11-21"));
    CHECK(sheet.lots.size() == 2);
    CHECK(world.journal().front().entry.action == "dossier.creer");
    CHECK(world.journal().front().entry.subject == "dossier/1");
    CHECK(world.create().buyer.id == sheet.buyer.id);
    CHECK(app::list_enquiries(world.base, {}).total == 2);
    CHECK(app::enquiry_ratios(world.base).front().requested == 2);
    CHECK(app::enquiry_sheet(world.base, {2}).lots.size() == 2);
    CHECK(refusal([&] { app::enquiry_sheet(world.base, {3}); }).kind() == ErrorKind::not_found);
}

TEST_CASE("a dossier with faults leaves nothing behind, its buyer neither") {
    EnquiryWorld world;
    app::EnquiryDraft draft;
    draft.lots.resize(2);
    const auto nobody = refusal([&] { app::create_enquiry(world.session, world.base, draft); });
    CHECK(nobody.kind() == ErrorKind::invalid);
    CHECK(nobody.issues().size() == 5);
    CHECK(nobody.issues()[0].where == "acheteur");
    draft.buyer.name = "Commune de Valbrume";
    CHECK(refusal([&] { app::create_enquiry(world.session, world.base, draft); }).issues()[0].where == "objet");
    store::Transaction tx = world.base.read();
    CHECK(store::Organisations(tx).list("").empty());
    CHECK(store::Journal(tx).list(10).empty());
}

TEST_CASE("a change is told by its fields, and leaves the state to its own steps") {
    EnquiryWorld world;
    const auto sheet = world.create();
    domain::Enquiry edited = sheet.enquiry;
    edited.purchase.duration_months = 12;
    edited.state = domain::EnquiryState::awarded;
    edited.chosen = domain::Id<domain::Scenario>{9};
    edited.market = domain::Id<domain::Market>{9};
    const auto saved = app::update_enquiry(world.session, world.base, edited);
    CHECK(saved.enquiry.purchase.duration_months == 12);
    CHECK(saved.enquiry.state == domain::EnquiryState::requested);
    CHECK_FALSE(saved.enquiry.chosen.has_value());
    CHECK_FALSE(saved.enquiry.market.has_value());
    CHECK(world.journal().front().entry.detail == "duree_mois");
    CHECK(app::update_enquiry(world.session, world.base, saved.enquiry).enquiry.revision == saved.enquiry.revision);
    CHECK(world.journal().size() == 2);
}

TEST_CASE("who changes what somebody else has changed is shown both values") {
    EnquiryWorld world;
    const auto read = world.create();
    domain::Enquiry first = read.enquiry;
    domain::Enquiry second = read.enquiry;
    first.purchase.object = "Lycée et internat";
    second.purchase.object = "Cité scolaire";
    app::update_enquiry(world.session, world.base, first);
    const auto refused = refusal([&] { app::update_enquiry(world.session, world.base, second); });
    CHECK(refused.kind() == ErrorKind::conflict);
    REQUIRE(refused.issues().size() == 1);
    CHECK(refused.issues()[0].where == "objet");
    CHECK(refused.issues()[0].text.find("Lycée et internat") != std::string::npos);
    CHECK(refused.issues()[0].text.find("Cité scolaire") != std::string::npos);

    auto lots = read.lots;
    lots[0].estimate = core::Euros::whole(1);
    const auto stale = refusal(
        [&] { app::save_enquiry_lots(world.session, world.base, read.enquiry.id, read.enquiry.revision, lots); });
    CHECK(stale.kind() == ErrorKind::conflict);
    CHECK(stale.issues()[0].where == "lots.1.montant");
    CHECK(app::enquiry_sheet(world.base, read.enquiry.id).lots == read.lots);
}

TEST_CASE("of two people who save one dossier at once, one is kept and the other told") {
    const auto folder = std::filesystem::temp_directory_path() / "clausier-dossier-conflit";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    {
        const core::FixedClock clock{std::chrono::sys_days(tests::day("2026-11-21"))};
        store::Database base(folder / "b.sqlite");
        app::EnquiryDraft draft;
        draft.buyer.name = "Commune de Valbrume";
        draft.enquiry.purchase.object = "École";
        const auto read = app::create_enquiry({clock, "test"}, base, draft);
        std::atomic<int> kept = 0;
        std::atomic<int> told = 0;
        const auto save = [&](std::int64_t months) {
            domain::Enquiry mine = read.enquiry;
            mine.purchase.duration_months = months;
            try {
                app::update_enquiry({clock, "test"}, base, mine);
                ++kept;
            } catch (const core::Error& error) {
                if (error.kind() == ErrorKind::conflict && error.issues().at(0).where == "duree_mois") ++told;
            }
        };
        std::vector<std::thread> people;
        for (std::int64_t months = 1; months <= 4; ++months) people.emplace_back(save, months);
        for (std::thread& one : people) one.join();
        CHECK(kept == 1);
        CHECK(told == 3);
        CHECK(app::enquiry_sheet(base, read.enquiry.id).enquiry.revision == 2);
    }
    std::filesystem::remove_all(folder);
}

TEST_CASE("two buyers that are one share their dossiers") {
    EnquiryWorld world;
    const auto sheet = world.create();
    world.add("Conseil régional des Hautes-Terres", "R1", 1000);
    app::merge_buyers(world.session, world.base, "Région des Hautes-Terres", "Conseil régional des Hautes-Terres");
    CHECK(app::enquiry_sheet(world.base, sheet.enquiry.id).buyer.name == "Conseil régional des Hautes-Terres");
}

TEST_CASE("a dossier goes with all that belongs to it; what was produced for it stays in the history") {
    EnquiryWorld world;
    auto sheet = world.ready();
    const auto other = world.create();
    sheet = app::save_grid(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision,
                           {core::Rate::of(1000), 10, {{{}, "Heures", core::Rate::of(10000), ""}}});
    auto marked = sheet.offers[0];
    marked.marks = {{sheet.grid.criteria[0].id, 700, ""}};
    sheet = app::save_offer(world.session, world.base, sheet.enquiry.id, marked);
    const domain::Subject about{domain::SubjectKind::enquiry, sheet.enquiry.id.value};
    domain::Contact contact;
    contact.subject = about;
    contact.name = "Camille Dupré-Essai";
    contact = app::add(world.session, world.base, contact);
    domain::Exchange exchange;
    exchange.subject = about;
    exchange.on = tests::day("2026-11-20");
    exchange.contact = contact.id;
    exchange.summary = "Appel";
    app::add(world.session, world.base, exchange);
    domain::Task task;
    task.subject = about;
    task.title = "Rappeler";
    app::add(world.session, world.base, task);
    {
        store::Transaction tx = world.base.write();
        domain::ProducedDocument made;
        made.enquiry = sheet.enquiry.id;
        made.template_key = "ccap";
        made.title = "CCAP";
        made.format = "docx";
        made.template_sha256 = made.sha256 = std::string(64, 'a');
        made.at = world.session.clock.now();
        made.actor = "test";
        store::ProducedDocuments(tx).save(made);
        tx.commit();
    }
    const auto remove = [&](std::int64_t revision) {
        app::remove_enquiry(world.session, world.base, sheet.enquiry.id, revision);
    };
    CHECK(refusal([&] { remove(sheet.enquiry.revision - 1); }).kind() == ErrorKind::conflict);
    remove(sheet.enquiry.revision);
    CHECK(refusal([&] { app::enquiry_sheet(world.base, sheet.enquiry.id); }).kind() == ErrorKind::not_found);
    CHECK(app::enquiry_sheet(world.base, other.enquiry.id).lots.size() == 2);
    CHECK(app::list_enquiries(world.base, {}).total == 1);
    CHECK(refusal([&] { app::find_contact(world.base, contact.id); }).kind() == ErrorKind::not_found);
    CHECK(world.journal().front().entry.action == "dossier.retirer");
    CHECK(world.journal().front().entry.subject == "dossier/1");
    store::Transaction tx = world.base.read();
    const auto produced = store::ProducedDocuments(tx).list({});
    REQUIRE(produced.total == 1);
    CHECK_FALSE(produced.documents[0].enquiry.has_value());
    for (const char* count : {"SELECT count(*) FROM tasks", "SELECT count(*) FROM exchanges",
                              "SELECT count(*) FROM offers", "SELECT count(*) FROM marks",
                              "SELECT count(*) FROM enquiry_scenarios", "SELECT count(*) FROM enquiry_events"})
        CHECK(tx.value<std::int64_t>(count) == 0);
    CHECK_FALSE(store::Journal(tx).verify().has_value());
}

TEST_CASE("an awarded dossier is not taken away") {
    EnquiryWorld world;
    auto sheet = world.ready();
    sheet =
        app::award(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, {"", {}, ""}, world.national);
    CHECK(refusal([&] {
              app::remove_enquiry(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision);
          }).kind() == ErrorKind::conflict);
    CHECK(app::list_enquiries(world.base, {}).total == 1);
}

TEST_CASE("the OPCS that answers the buyer is one, is kept, and a change of it is told") {
    EnquiryWorld world;
    const auto sheet = world.create();
    CHECK_FALSE(sheet.enquiry.opcs);
    domain::Organisation house;
    house.name = "Maison de l’emploi inventée";
    {
        store::Transaction tx = world.base.write();
        house = store::Organisations(tx).save(house);
        tx.commit();
    }
    domain::Enquiry edited = sheet.enquiry;
    edited.opcs = house.id;
    const auto none = refusal([&] { app::update_enquiry(world.session, world.base, edited); });
    CHECK(none.kind() == ErrorKind::invalid);
    CHECK(none.issues()[0].where == "opcs");
    app::set_organisation_functions(world.session, world.base, house.id, {domain::OrganisationFunction::opcs});
    const auto saved = app::update_enquiry(world.session, world.base, edited);
    CHECK(saved.enquiry.opcs == house.id);
    CHECK(saved.opcs == house.name);
    CHECK(world.journal().front().entry.detail == "opcs");
    CHECK(app::enquiry_sheet(world.base, sheet.enquiry.id).enquiry.opcs == house.id);
    app::EnquiryDraft draft;
    draft.buyer.name = "Commune de Valbrume";
    draft.enquiry.purchase.object = "Peinture";
    draft.enquiry.opcs = house.id;
    CHECK(app::create_enquiry(world.session, world.base, draft).opcs == house.name);
}
