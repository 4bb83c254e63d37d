// An organisation found before one is made.
#include "organisation_entry.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/store/organisations.hpp"

using namespace clausier;

TEST_CASE("a party is found by its identifier, else by its name, and made once") {
    tests::MarketWorld world;
    store::Transaction tx = world.base.write();
    using Kind = domain::OrganisationKind;
    const auto made = app::organisation_of(tx, {{"SIRET", "99900001000019"}, "Les Tilleuls"}, Kind::company);
    CHECK(made.kind == Kind::company);
    CHECK(app::organisation_of(tx, {{"SIRET", "99900001000019"}, "Autre nom"}, Kind::public_body).id == made.id);
    const auto named = app::organisation_of(tx, {{}, "Commune de Valbrume"}, Kind::public_body);
    CHECK(named.id != made.id);
    CHECK(app::organisation_of(tx, {{}, "COMMUNE DE VALBRUME"}, Kind::unknown).id == named.id);
    CHECK(store::Organisations(tx).list("").size() == 2);
}
