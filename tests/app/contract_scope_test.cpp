// A scope as a query, and what the query cannot say.
#include "contract_scope.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/contract_world.hpp"

using namespace clausier;
using domain::Dimension;
using World = tests::ContractWorld;

TEST_CASE("filters of a scope: a dimension, a place, a company") {
    World world;
    app::ContractScope scope;
    scope.values[Dimension::sector] = "services";
    CHECK(world.figures(scope).all.contracts == 3);
    app::ContractScope nowhere;
    nowhere.place = "57";
    CHECK(world.figures(nowhere).all.contracts == 0);
    app::ContractScope nobody;
    nobody.company = "Peintres";
    CHECK(world.figures(nobody).all.contracts == 0);
}

TEST_CASE("a place is a département or the beginning of a code, a company a SIRET or words") {
    app::ContractScope scope;
    scope.place = " 57 ";
    scope.company = "999 000 010 00019";
    CHECK(app::query_of(scope).department == "57");
    CHECK(app::query_of(scope).place.empty());
    CHECK(app::query_of(scope).siret == "99900001000019");
    scope.place = "57463";
    scope.company = "Bâtisseurs";
    CHECK(app::query_of(scope).department.empty());
    CHECK(app::query_of(scope).place == "57463");
    CHECK(app::query_of(scope).siret.empty());
    CHECK(app::query_of(scope).words == "batisseurs");
}

TEST_CASE("an indicator is named whatever its case, and an unknown one is told") {
    CHECK(app::indicator_code("s1") == "S1");
    CHECK(app::indicator_code("").empty());
    CHECK(tests::refusal([] { app::indicator_code("S99"); }).kind() == core::ErrorKind::not_found);
}
