// Organisations are one for each identifier or name, and two that turn out to be one are merged.
#include "clausier/store/organisations.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/enquiries.hpp"
#include "clausier/store/markets.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using core::ErrorKind;
using domain::Organisation;
using domain::OrganisationKind;
using store::Organisations;

namespace {

const core::Identifier siret{"SIRET", "21990001000017"};

Organisation town(core::Identifier identifier, std::string name) {
    Organisation organisation;
    organisation.kind = OrganisationKind::public_body;
    organisation.identifier = std::move(identifier);
    organisation.name = std::move(name);
    return organisation;
}

}  // namespace

TEST_CASE("an organisation is found by its number, its identifier, or its name when it has no other") {
    store::Database database(":memory:");
    auto tx = database.write();
    Organisations organisations(tx);
    const auto known = organisations.save(town(siret, "Commune de Valbrume"));
    const auto named = organisations.save(town({}, "Région des Hautes-Terres"));
    CHECK(organisations.find(known.id)->name == "Commune de Valbrume");
    CHECK(organisations.find(known.id)->kind == OrganisationKind::public_body);
    CHECK(organisations.find(siret)->id == known.id);
    CHECK(organisations.find_by_name("REGION DES HAUTES TERRES")->id == named.id);
    CHECK_FALSE(organisations.find_by_name("Commune de Valbrume").has_value());
    CHECK_FALSE(organisations.find(domain::Id<Organisation>{99}).has_value());
}

TEST_CASE("one identifier, one name without identifier: a second organisation is a conflict") {
    store::Database database(":memory:");
    auto tx = database.write();
    Organisations organisations(tx);
    organisations.save(town(siret, "Commune de Valbrume"));
    auto named = organisations.save(town({}, "Valbrume"));
    CHECK(tests::refusal([&] { organisations.save(town(siret, "Autre")); }).kind() == ErrorKind::conflict);
    CHECK(tests::refusal([&] { organisations.save(town({}, "VALBRUME")); }).kind() == ErrorKind::conflict);
    CHECK(tests::refusal([&] { organisations.save(town({}, "")); }).kind() == ErrorKind::invalid);
    named.name = "Valbrume-les-Bains";
    CHECK(organisations.save(named).revision == 2);
    CHECK(tests::refusal([&] { organisations.save(named); }).kind() == ErrorKind::conflict);
}

TEST_CASE("the list is searched by name or identifier, buyers alone when asked") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "2026-01")});
    auto tx = database.read();
    Organisations organisations(tx);
    CHECK(organisations.list("").size() == 2);
    CHECK(organisations.list("bâtisseurs").front().name == "Bâtisseurs du Haut-Val");
    CHECK(organisations.list("21990001000017").front().name == "Commune de Valbrume");
    CHECK(organisations.list("", Organisations::Among::buyers).size() == 1);
}

TEST_CASE("after a merge, markets and files that name the old organisation mean the other") {
    store::Database database(":memory:");
    auto by_name = tests::record(2, "2026-01");
    by_name.buyer = {{}, "Mairie de Valbrume"};
    tests::import(database, {by_name, tests::record(3, "2026-02")});
    store::Aliases aliases;
    {
        auto tx = database.write();
        Organisations organisations(tx);
        const auto old = organisations.find_by_name("Mairie de Valbrume")->id;
        const auto kept = organisations.find(siret)->id;
        organisations.merge(old, kept);
        CHECK(organisations.find_by_name("Mairie de Valbrume")->id == kept);
        CHECK(store::Markets(tx).find_by_key(kept, "2026-01").has_value());
        CHECK(organisations.list("mairie").empty());
        aliases = organisations.aliases();
        tx.commit();
    }
    by_name.line = 4;
    const auto again = tests::apply(database, *tests::staged({by_name}, aliases));
    CHECK(again.difference.markets_same == 1);
    CHECK(again.difference.organisations_new == 0);
}

TEST_CASE("a chain of merges leads to the last one") {
    store::Database database(":memory:");
    auto tx = database.write();
    Organisations organisations(tx);
    const auto a = organisations.save(town({}, "A")).id;
    const auto b = organisations.save(town({}, "B")).id;
    const auto c = organisations.save(town({}, "C")).id;
    organisations.merge(a, b);
    organisations.merge(b, c);
    CHECK(organisations.find_by_name("A")->id == c);
    CHECK(tests::refusal([&] { organisations.merge(a, c); }).kind() == ErrorKind::conflict);
    CHECK(tests::refusal([&] { organisations.merge(c, c); }).kind() == ErrorKind::conflict);
    CHECK(tests::refusal([&] { organisations.merge(c, {99}); }).kind() == ErrorKind::not_found);
}

TEST_CASE("two organisations with a market of one reference are not merged, and each market is named") {
    store::Database database(":memory:");
    auto by_name = tests::record(2, "2026-01");
    by_name.buyer = {{}, "Mairie de Valbrume"};
    tests::import(database, {by_name, tests::record(3, "2026-01")});
    auto tx = database.write();
    Organisations organisations(tx);
    const auto error = tests::refusal([&] {
        organisations.merge(organisations.find_by_name("Mairie de Valbrume")->id, organisations.find(siret)->id);
    });
    CHECK(error.kind() == ErrorKind::conflict);
    CHECK(error.issues().front().where == "marché 2026-01");
}

TEST_CASE("two holders of one lot that are merged hold it once") {
    store::Database database(":memory:");
    auto record = tests::record(2, "2026-01");
    record.holders = {{{}, "Bâtisseurs"}, {{}, "Les Bâtisseurs"}};
    tests::import(database, {record});
    auto tx = database.write();
    Organisations organisations(tx);
    organisations.merge(organisations.find_by_name("Bâtisseurs")->id, organisations.find_by_name("Les Bâtisseurs")->id);
    const auto holders = store::Markets(tx).find_lot({1})->holders;
    REQUIRE(holders.size() == 1);
    CHECK(holders.front().name == "Les Bâtisseurs");
}

TEST_CASE("the dossiers of an organisation go to the one it is merged into, which is a buyer from then on") {
    store::Database database(":memory:");
    auto tx = database.write();
    Organisations organisations(tx);
    const auto old = organisations.save(town({}, "Mairie de Valbrume"));
    const auto kept = organisations.save(town({}, "Commune de Valbrume"));
    domain::Enquiry enquiry;
    enquiry.buyer = old.id;
    enquiry.purchase.object = "École";
    enquiry.requested_on = tests::day(2026, 11, 2);
    enquiry = store::Enquiries(tx).save(enquiry);
    CHECK(organisations.list("", Organisations::Among::buyers).front().id == old.id);
    organisations.merge(old.id, kept.id);
    CHECK(store::Enquiries(tx).find(enquiry.id)->buyer == kept.id);
    CHECK(organisations.list("", Organisations::Among::buyers).front().id == kept.id);
    CHECK(tests::refusal([&] { store::Enquiries(tx).save(enquiry); }).kind() == ErrorKind::conflict);
}

TEST_CASE("markets are counted once, whatever their lots, for who lets them and for who holds them") {
    store::Database database(":memory:");
    tests::import(database,
                  {tests::record(2, "2026-01", "1"), tests::record(3, "2026-01", "2"), tests::record(4, "2026-02")});
    auto tx = database.read();
    Organisations organisations(tx);
    const auto buyer = organisations.market_counts(organisations.find(siret)->id);
    CHECK(buyer.bought == 2);
    CHECK(buyer.held == 0);
    const auto holder = organisations.market_counts(organisations.list("bâtisseurs").front().id);
    CHECK(holder.bought == 0);
    CHECK(holder.held == 2);
}
