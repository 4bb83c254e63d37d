// The organisation of a membership: found by SIRET or name, made when nobody knows it.
#include "clausier/app/account_organisations.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/journal.hpp"
#include "clausier/store/organisations.hpp"

using namespace clausier;
using domain::Role;

namespace {

struct World {
    core::FixedClock clock{std::chrono::sys_days(core::parse_iso_date("2026-11-21").value())};
    store::Database base{":memory:"};
    app::Session session{clock, "test"};

    domain::Id<domain::Organisation> kept(const std::string& name, const std::string& siret) {
        domain::Organisation made;
        made.name = name;
        if (!siret.empty()) made.identifier = {"SIRET", siret};
        store::Transaction tx = base.write();
        const auto id = store::Organisations(tx).save(made).id;
        tx.commit();
        return id;
    }
    domain::Organisation named(std::string_view text, Role role = Role::buyer) {
        return app::organisation_for_account(session, base, text, role);
    }
};

}  // namespace

TEST_CASE("an organisation is known by its SIRET, and by its name whatever its identifier") {
    World world;
    const auto town = world.kept("Commune de Valbrume", "21990001000014");
    CHECK(world.named("21990001000014").id == town);
    CHECK(world.named("219 900 010 00014").id == town);
    CHECK(world.named("  COMMUNE de Valbrumé ").id == town);
}

TEST_CASE("an unknown one is made, once, and the journal tells it") {
    World world;
    const domain::Organisation made = world.named("Chantier des Tilleuls", Role::structure);
    CHECK(made.kind == domain::OrganisationKind::unknown);
    CHECK(world.named("Région Hautes-Terres").kind == domain::OrganisationKind::public_body);
    CHECK(world.named("Chantier des Tilleuls").id == made.id);
    CHECK(app::account_organisations(world.session, world.base).size() == 2);
}

TEST_CASE("a name that two bear, and none at all, are refused") {
    World world;
    world.kept("Commune de Combe-Ronde", "21990001000014");
    world.kept("Commune de Combe-Ronde", "21990001000022");
    CHECK_THROWS_AS(world.named("Commune de Combe-Ronde"), core::Error);
    CHECK_THROWS_AS(world.named("  "), core::Error);
    CHECK(app::account_organisations(world.session, world.base).size() == 2);
}

TEST_CASE("who does not manage accounts learns and makes nothing") {
    World world;
    domain::Viewer buyer;
    buyer.memberships = {{world.kept("Commune de Valbrume", ""), Role::buyer, {}}};
    world.session.viewer = buyer;
    CHECK_THROWS_AS(world.named("Autre"), core::Error);
    CHECK_THROWS_AS(app::account_organisations(world.session, world.base), core::Error);
}
