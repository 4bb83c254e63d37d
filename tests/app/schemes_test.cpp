// Schemes, targets, registers and declarations: whole or refused, told in the journal without what was typed.
#include "clausier/app/schemes.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/store/journal.hpp"

using namespace clausier;
using core::ErrorKind;
using domain::RegisterEntry;
using domain::ReuseDeclaration;
using domain::Scheme;
using domain::Target;
using tests::refusal;

namespace {

struct World : tests::MarketWorld {
    World() {
        add("Commune de Valbrume", "2026-01", 200'000);
        add("Syndicat des Brumes", "S-1", 1'000);
    }
    Scheme scheme() {
        Scheme out;
        out.title = "Schéma zqtitre";
        out.first_year = 2024;
        out.last_year = 2028;
        out.buyers = {{1}};
        return app::save(session, base, out);
    }
    Target target(const Scheme& scheme, int year = 2026) {
        Target out;
        out.scheme = scheme.id;
        out.indicator = "S1";
        out.year = year;
        out.parts = 3000;
        return app::save(session, base, out);
    }
    RegisterEntry entry() {
        RegisterEntry out;
        out.buyer = {1};
        out.kind = domain::RegisterKind::referent;
        out.begins_on = core::parse_iso_date("2026-01-01").value();
        out.unit = "Voirie";
        out.title = "Référente";
        out.person = "Camille Zqnom";
        return app::save(session, base, out);
    }
    ReuseDeclaration declaration(const char* product = "papier") {
        ReuseDeclaration out;
        out.buyer = {1};
        out.year = 2025;
        out.product = product;
        out.total = core::Euros::whole(1000);
        return app::save(session, base, out);
    }
    std::vector<store::JournalRow> journal() {
        store::Transaction tx = base.read();
        return store::Journal(tx).list(100);
    }
};

}  // namespace

TEST_CASE("everything that is done is told, and nothing that was typed") {
    World world;
    Scheme scheme = world.scheme();
    Target target = world.target(scheme);
    RegisterEntry entry = world.entry();
    ReuseDeclaration declaration = world.declaration("Papier");
    scheme.note = "zqnote";
    app::save(world.session, world.base, scheme);
    target.parts = 5000;
    app::save(world.session, world.base, target);
    entry.title = "Zqtitre";
    app::save(world.session, world.base, entry);
    declaration.note = "zqnote";
    app::save(world.session, world.base, declaration);
    app::remove(world.session, world.base, entry.id);
    app::remove(world.session, world.base, declaration.id);
    app::remove(world.session, world.base, target.id);
    app::remove(world.session, world.base, scheme.id);
    std::string actions;
    for (const store::JournalRow& row : world.journal()) {
        CHECK(row.entry.detail.find("q") == std::string::npos);
        CHECK(row.entry.subject.find("q") == std::string::npos);
        actions = row.entry.action + " " + actions;
    }
    CHECK(actions ==
          "schema.ajouter cible.ajouter registre.ajouter agec.ajouter schema.modifier cible.modifier "
          "registre.modifier agec.modifier registre.retirer agec.retirer cible.retirer schema.retirer ");
    CHECK(world.journal()[6].entry.detail == "valeur");
    CHECK(app::schemes(world.base).empty());
    CHECK(app::registers(world.base).entries.empty());
}

TEST_CASE("faults are all told and nothing is written") {
    World world;
    CHECK(refusal([&] { app::save(world.session, world.base, Scheme{}); }).issues().size() > 2);
    Scheme nobody;
    nobody.title = "Schéma";
    nobody.first_year = nobody.last_year = 2026;
    nobody.buyers = {{99}};
    CHECK(refusal([&] { app::save(world.session, world.base, nobody); }).kind() == ErrorKind::not_found);
    const Scheme scheme = world.scheme();
    CHECK(refusal([&] { world.target(scheme, 2040); }).issues().front().where == "annee");
    CHECK(refusal([&] { world.target(Scheme{}); }).kind() == ErrorKind::not_found);
    CHECK(refusal([&] { world.declaration("fusées"); }).issues().front().where == "produit");
    CHECK(refusal([&] { app::remove(world.session, world.base, domain::Id<Target>{9}); }).kind() ==
          ErrorKind::not_found);
    CHECK(world.journal().size() == 1);
}

TEST_CASE("a target or a declaration stands once; a year with a target stays within the scheme") {
    World world;
    Scheme scheme = world.scheme();
    world.target(scheme);
    const auto again = refusal([&] { world.target(scheme); });
    CHECK(again.kind() == ErrorKind::conflict);
    CHECK(again.issues().front().text.find("30\u00a0%") != std::string::npos);
    world.declaration();
    CHECK(refusal([&] { world.declaration(); }).kind() == ErrorKind::conflict);
    scheme.last_year = 2025;
    CHECK(refusal([&] { app::save(world.session, world.base, scheme); }).issues().front().where == "derniere_annee");
    scheme.last_year = 2026;
    CHECK(app::save(world.session, world.base, scheme).last_year == 2026);
}

TEST_CASE("two hands at one scheme: the second sees both values, unless they agree") {
    World world;
    Target first = world.target(world.scheme());
    Target second = first;
    first.parts = 4000;
    app::save(world.session, world.base, first);
    Target same = second;
    same.parts = 4000;
    CHECK(app::save(world.session, world.base, same).revision == 2);
    second.parts = 5000;
    const auto refused = refusal([&] { app::save(world.session, world.base, second); });
    CHECK(refused.kind() == ErrorKind::conflict);
    REQUIRE(refused.issues().size() == 1);
    CHECK(refused.issues()[0].where == "valeur");
    CHECK(refused.issues()[0].text.find("40\u00a0%") != std::string::npos);
}

TEST_CASE("schemes are found by buyer, and buyers keep theirs when they are merged") {
    World world;
    const Scheme scheme = world.scheme();
    world.entry();
    CHECK(app::schemes(world.base, domain::Id<domain::Organisation>{2}).empty());
    {
        store::Transaction tx = world.base.write();
        store::Organisations(tx).merge({1}, {2});
        tx.commit();
    }
    const auto found = app::schemes(world.base, domain::Id<domain::Organisation>{2});
    REQUIRE(found.size() == 1);
    CHECK(found.front().scheme.id == scheme.id);
    CHECK(found.front().buyers.front().label() == "Syndicat des Brumes");
    CHECK(app::registers(world.base, domain::Id<domain::Organisation>{2}).entries.size() == 1);
}
