// The row rule: each role finds its own rows, and another's row is not there.
#include "clausier/store/visibility.hpp"

#include <catch2/catch_test_macros.hpp>
#include <map>

#include "clausier/store/enquiries.hpp"
#include "clausier/store/facets.hpp"
#include "clausier/store/figures.hpp"
#include "clausier/store/follow_up.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/organisation_links.hpp"
#include "clausier/store/purchases.hpp"
#include "clausier/store/registers.hpp"
#include "clausier/store/schemes.hpp"
#include "clausier/store/structures.hpp"
#include "clausier/store/supplier_contracts.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using domain::Id;
using domain::Membership;
using domain::Organisation;
using domain::Role;
using domain::Viewer;

namespace {

constexpr std::string_view port_siret = "21990002000025";
constexpr std::string_view painter_siret = "99900002000018";

domain::TenderRecord of_port(std::uint64_t line, const std::string& reference, const std::string& post_code) {
    domain::TenderRecord r = tests::record(line, reference);
    r.buyer = {{"SIRET", std::string(port_siret)}, "Port de Grandrive"};
    r.place_code = post_code;
    r.holders = {{{"SIRET", std::string(painter_siret)}, "Peintres du Littoral"}};
    return r;
}

Viewer with(std::vector<Membership> memberships) { return {false, Id<domain::Account>{9}, std::move(memberships)}; }

// A and B: two markets of Valbrume in Moselle (57), held by the builders. C: of the port, in Finistère (29), held by
// the painters. D: of the port, somewhere.
struct World {
    store::Database whole{":memory:"};
    Id<Organisation> town{}, port{}, builders{}, painters{}, opcs{}, other_opcs{}, network{};
    Id<domain::Market> a{}, b{}, c{}, d{};
    std::map<Id<domain::Market>, Id<domain::Lot>> lots;

    World() {
        auto nowhere = of_port(5, "D", "");
        nowhere.place_type = "";
        tests::import(whole, {tests::record(2, "A"), tests::record(3, "B"), of_port(4, "C", "29200"), nowhere});
        auto tx = whole.write();
        store::Organisations organisations(tx);
        town = organisations.find(core::Identifier{"SIRET", "21990001000017"})->id;
        port = organisations.find(core::Identifier{"SIRET", std::string(port_siret)})->id;
        builders = organisations.find(core::Identifier{"SIRET", "99900001000019"})->id;
        painters = organisations.find(core::Identifier{"SIRET", std::string(painter_siret)})->id;
        opcs = named(tx, "Maison de l’emploi de Valbrume");
        other_opcs = named(tx, "PLIE du Ponant");
        network = named(tx, "Réseau des chantiers");
        a = market(tx, "A");
        b = market(tx, "B");
        c = market(tx, "C");
        d = market(tx, "D");
        for (const auto id : {a, b, c, d}) lots[id] = store::Markets(tx).lots(id).at(0).id;
        tx.commit();
    }
    static Id<Organisation> named(store::Transaction& tx, const std::string& name) {
        Organisation o;
        o.name = name;
        return store::Organisations(tx).save(o).id;
    }
    static Id<domain::Market> market(store::Transaction& tx, const std::string& reference) {
        return store::Markets(tx).find_by_reference(reference).at(0).id;
    }
    Id<domain::Lot> lot(Id<domain::Market> of) const { return lots.at(of); }
    void follow(Id<domain::Market> of, std::vector<domain::LotOpcs> by) {
        const auto id = lot(of);
        auto tx = whole.write();
        store::OrganisationLinks(tx).set_opcs(id, by);
        tx.commit();
    }
    Id<domain::Enquiry> enquiry(Id<Organisation> buyer, const std::string& department) {
        domain::Enquiry e;
        e.buyer = buyer;
        e.purchase.object = "Rénovation";
        e.purchase.department = department;
        e.requested_on = tests::day(2026, 11, 1);
        auto tx = whole.write();
        const auto id = store::Enquiries(tx).save(e).id;
        tx.commit();
        return id;
    }

    // The references that a viewer finds: by the list, one by one, and by the facets, which must all agree.
    std::string seen(const Viewer& viewer) {
        store::Database base = whole.as(viewer);
        auto tx = base.read();
        store::MarketFilter filter;
        filter.sort = store::MarketSort::reference;
        filter.descending = false;
        const auto page = store::Markets(tx).list(filter);
        std::string listed;
        for (const auto& line : page.lines) listed += line.market.reference;
        std::string found;
        for (const auto id : {a, b, c, d}) {
            const auto market = store::Markets(tx).find(id);
            if (market) found += market->reference;
            CHECK(market.has_value() == !store::Markets(tx).lots(id).empty());
            CHECK(market.has_value() == store::Markets(tx).find_lot_sheet(lot(id)).has_value());
            CHECK(market.has_value() == store::Markets(tx).find_lot(lot(id)).has_value());
        }
        CHECK(found == listed);
        CHECK(page.markets == std::ssize(listed));
        std::int64_t counted = 0;
        for (const auto& year : store::Facets(tx).count({}).years) counted += year.markets;
        CHECK(counted == std::ssize(listed));
        CHECK(store::figures(tx).markets == std::ssize(listed));
        CHECK(store::figures(tx).lots == std::ssize(listed));
        return listed;
    }
};

}  // namespace

TEST_CASE("who sees the whole base has no condition in their queries") {
    for (const Viewer& viewer : {Viewer::everything(), with({{{}, Role::admin, {}}})}) {
        CHECK(store::visible_markets(viewer, "m.id") == "1");
        CHECK(store::visible_lots(viewer, "l.id") == "1");
        CHECK(store::visible_enquiries(viewer, "e.id") == "1");
        CHECK(store::visible_organisations(viewer, "o.id") == "1");
        CHECK(store::visible_buyers(viewer, "o.id") == "1");
        CHECK(store::visible_subjects(viewer, "c.kind", "c.id") == "1");
        CHECK(store::visible_actors(viewer, "i.actor") == "1");
    }
    CHECK(store::also("1").empty());
    CHECK(store::only("1").empty());
    CHECK(store::also("0") == " AND 0");
    CHECK(store::only("0") == " WHERE 0");
}

TEST_CASE("nobody, and a prescriber, see nothing of markets; an admin sees every row") {
    World world;
    CHECK(world.seen({}).empty());
    CHECK(world.seen(with({{world.town, Role::prescriber, {}}})).empty());
    CHECK(world.seen(with({{{}, Role::admin, {}}})) == "ABCD");
}

TEST_CASE("a buyer sees its own markets, before and after a merge") {
    World world;
    CHECK(world.seen(with({{world.town, Role::buyer, {}}})) == "AB");
    CHECK(world.seen(with({{world.port, Role::buyer, {}}})) == "CD");
    {
        auto tx = world.whole.write();
        store::Organisations(tx).merge(world.port, world.town);
        tx.commit();
    }
    CHECK(world.seen(with({{world.port, Role::buyer, {}}})) == "ABCD");
}

TEST_CASE("a facilitator sees the lots of its départements, those it follows, and those that are nobody's") {
    World world;
    CHECK(world.seen(with({{world.opcs, Role::facilitator, {}}})) == "ABCD");
    CHECK(world.seen(with({{world.opcs, Role::facilitator, {"57"}}})) == "ABD");
    CHECK(world.seen(with({{world.opcs, Role::facilitator, {"29", "56"}}})) == "CD");
    world.follow(world.c, {{world.other_opcs, true}, {world.opcs, false}});
    CHECK(world.seen(with({{world.opcs, Role::facilitator, {"57"}}})) == "ABCD");
    // An OPCS that follows D takes it from the others.
    world.follow(world.d, {{world.other_opcs, true}});
    CHECK(world.seen(with({{world.opcs, Role::facilitator, {"57"}}})) == "ABC");
    CHECK(world.seen(with({{world.other_opcs, Role::facilitator, {"971"}}})) == "CD");
    // What is no code of département is no SQL either.
    CHECK(world.seen(with({{world.opcs, Role::facilitator, {"57') OR (1=1"}}})) == "C");
}

TEST_CASE("a company sees the lots it holds, a network those of its members") {
    World world;
    CHECK(world.seen(with({{world.builders, Role::company, {}}})) == "AB");
    CHECK(world.seen(with({{world.painters, Role::structure, {}}})) == "CD");
    CHECK(world.seen(with({{world.network, Role::network, {}}})).empty());
    {
        auto tx = world.whole.write();
        domain::Structure painters;
        painters.kind = "EI";
        painters.name = "Peintres du Littoral";
        const auto structure = store::Structures(tx).save(painters).id;
        store::OrganisationLinks links(tx);
        links.set({structure, world.painters, {world.network}});
        tx.commit();
    }
    CHECK(world.seen(with({{world.network, Role::network, {}}})) == "CD");
}

TEST_CASE("a declared subcontractor sees the lot it works on") {
    World world;
    {
        auto tx = world.whole.write();
        tx.run(
            "INSERT INTO contract_suppliers (lot_id, rank, siret, subcontractor, buyer_id, year) VALUES (?, 9, ?, 1, "
            "1, 2024)",
            store::Markets(tx).lots(world.a).at(0).id, std::string(painter_siret));
        tx.commit();
    }
    CHECK(world.seen(with({{world.painters, Role::company, {}}})) == "ACD");
}

TEST_CASE("dossiers are their buyer's, and the facilitator's of the département or of the OPCS that answers") {
    World world;
    const auto mine = world.enquiry(world.town, "57");
    const auto theirs = world.enquiry(world.port, "29");
    const auto seen = [&](const Viewer& viewer) {
        store::Database base = world.whole.as(viewer);
        auto tx = base.read();
        store::Enquiries enquiries(tx);
        std::vector<Id<domain::Enquiry>> out;
        for (const auto id : {mine, theirs})
            if (enquiries.find(id)) out.push_back(id);
        CHECK(enquiries.list({}).total == std::ssize(out));
        CHECK(std::ssize(enquiries.ratios()) == std::ssize(out));
        return out;
    };
    using Ids = std::vector<Id<domain::Enquiry>>;
    CHECK(seen(with({{world.town, Role::buyer, {}}})) == Ids{mine});
    CHECK(seen(with({{world.opcs, Role::facilitator, {"29"}}})) == Ids{theirs});
    CHECK(seen(with({{world.builders, Role::company, {}}})).empty());
    CHECK(seen({}).empty());
    {
        auto tx = world.whole.write();
        tx.run("UPDATE enquiries SET opcs_id = ? WHERE id = ?", world.opcs, mine);
        tx.commit();
    }
    CHECK(seen(with({{world.opcs, Role::facilitator, {"29"}}})) == Ids{mine, theirs});
}

TEST_CASE("contacts and tasks follow what they are about; only the desk reads them") {
    World world;
    {
        auto tx = world.whole.write();
        domain::Task task;
        task.subject = {domain::SubjectKind::market, world.a.value};
        task.title = "Relancer";
        store::FollowUps(tx).save(task);
        tx.commit();
    }
    const auto tasks = [&](const Viewer& viewer) {
        store::Database base = world.whole.as(viewer);
        auto tx = base.read();
        store::FollowUps follow_ups(tx);
        const auto agenda = follow_ups.agenda(tests::day(2026, 11, 1), tests::day(2026, 11, 30), "");
        CHECK(follow_ups.find(Id<domain::Task>{1}).has_value() == !agenda.tasks.empty());
        return agenda.tasks.size();
    };
    CHECK(tasks(Viewer::everything()) == 1);
    CHECK(tasks(with({{world.town, Role::buyer, {}}})) == 1);
    CHECK(tasks(with({{world.port, Role::buyer, {}}})) == 0);
    CHECK(tasks(with({{world.opcs, Role::facilitator, {"57"}}})) == 1);
    CHECK(tasks(with({{world.opcs, Role::facilitator, {"29"}}})) == 0);
    CHECK(tasks(with({{world.builders, Role::company, {}}})) == 0);

    store::Database base = world.whole.as(with({{world.port, Role::buyer, {}}}));
    auto tx = base.write();
    domain::Task task;
    task.subject = {domain::SubjectKind::market, world.a.value};
    task.title = "Relancer";
    CHECK(tests::refusal([&] { store::FollowUps(tx).save(task); }).kind() == core::ErrorKind::forbidden);
}

TEST_CASE("schemes, registers and purchases are their buyers'") {
    World world;
    {
        auto tx = world.whole.write();
        domain::Scheme scheme;
        scheme.title = "Schéma du port";
        scheme.first_year = 2026;
        scheme.last_year = 2028;
        scheme.buyers = {world.port};
        store::Schemes(tx).save(scheme);
        domain::RegisterEntry entry;
        entry.buyer = world.port;
        entry.begins_on = tests::day(2026, 1, 1);
        entry.title = "Journée des acheteurs";
        store::Registers(tx).save(entry);
        store::Purchases(tx).save_spending(world.port, 2026, {core::Euros::whole(60'000'000), "Compte", false},
                                           tests::noon(21), "cli");
        tx.commit();
    }
    const auto counts = [&](const Viewer& viewer) {
        store::Database base = world.whole.as(viewer);
        auto tx = base.read();
        store::Schemes schemes(tx);
        CHECK(schemes.find(Id<domain::Scheme>{1}).has_value() == !schemes.list().empty());
        store::Registers registers(tx);
        CHECK(registers.find(Id<domain::RegisterEntry>{1}).has_value() == !registers.entries({}).empty());
        return schemes.list().size() + registers.entries({}).size() + store::Purchases(tx).list().size();
    };
    CHECK(counts(Viewer::everything()) == 3);
    CHECK(counts(with({{world.port, Role::buyer, {}}})) == 3);
    CHECK(counts(with({{world.town, Role::buyer, {}}})) == 0);
    CHECK(counts(with({{world.opcs, Role::facilitator, {"29"}}})) == 3);
    CHECK(counts(with({{world.painters, Role::company, {}}})) == 0);
}

TEST_CASE("a buyer writes for no other buyer, by hand or by a file") {
    World world;
    store::Database base = world.whole.as(with({{world.town, Role::buyer, {}}}));
    {
        auto tx = base.write();
        domain::Market market = store::Markets(tx).find(world.a).value();
        market.buyer = world.port;
        CHECK(tests::refusal([&] { store::Markets(tx).save(market); }).kind() == core::ErrorKind::forbidden);
        CHECK(tests::refusal([&] { store::Purchases(tx).remove_spending(world.port, 2026); }).kind() ==
              core::ErrorKind::forbidden);
    }
    const auto before = tests::dump(world.whole);
    CHECK(tests::refusal([&] {
              tests::import(base, {tests::record(2, "E"), of_port(3, "F", "29200")});
          }).kind() == core::ErrorKind::forbidden);
    auto unknown = tests::record(2, "G");
    unknown.buyer = {{"SIRET", "21990003000033"}, "Commune d’Ailleurs"};
    CHECK(tests::refusal([&] { tests::import(base, {unknown}); }).kind() == core::ErrorKind::forbidden);
    CHECK(tests::dump(world.whole) == before);
    tests::import(base, {tests::record(2, "E")});
    CHECK(world.seen(with({{world.port, Role::buyer, {}}})) == "CD");
}

TEST_CASE("a facilitator of one département changes no market of another by a file, and may bring new ones") {
    World world;
    store::Database base = world.whole.as(with({{world.opcs, Role::facilitator, {"57"}}}));
    auto changed = of_port(2, "C", "29200");
    changed.object = "Autre objet";
    CHECK(tests::refusal([&] { tests::import(base, {changed}); }).kind() == core::ErrorKind::forbidden);
    CHECK(tests::import(base, {of_port(2, "E", "57000")}).difference.markets_new == 1);
}

TEST_CASE("imports are those of the organisations of who made them") {
    World world;
    CHECK(world.whole.read().viewer().whole);
    const auto seen = [&](Viewer viewer, std::int64_t account) {
        viewer.account = Id<domain::Account>{account};
        store::Database base = world.whole.as(std::move(viewer));
        auto tx = base.read();
        return store::Imports(tx).list(10, 0).size();
    };
    CHECK(seen(with({{world.town, Role::buyer, {}}}), 1) == 1);
    CHECK(seen(with({{world.town, Role::buyer, {}}}), 2) == 0);
    CHECK(seen(with({{{}, Role::admin, {}}}), 2) == 1);
}

TEST_CASE("organisations are one's own, its buyers and its holders; all for a facilitator") {
    World world;
    const auto labels = [&](const Viewer& viewer) {
        store::Database base = world.whole.as(viewer);
        auto tx = base.read();
        std::string out;
        for (const auto& one : store::Organisations(tx).list("", store::Organisations::Among::all))
            out += one.label() + ";";
        return out;
    };
    CHECK(labels(with({{world.port, Role::buyer, {}}})) == "Peintres du Littoral;Port de Grandrive;");
    CHECK(labels(with({{world.builders, Role::company, {}}})) == "Bâtisseurs du Haut-Val;Commune de Valbrume;");
    CHECK(labels(with({{world.opcs, Role::prescriber, {}}})) == "Maison de l’emploi de Valbrume;");
    CHECK(labels({}).empty());
    CHECK(labels(with({{world.opcs, Role::facilitator, {"57"}}})) == labels(Viewer::everything()));
}
