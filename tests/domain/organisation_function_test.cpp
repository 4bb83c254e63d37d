// What organisations do, and the OPCS of a lot: one leads, the others are associated.
#include "clausier/domain/organisation_function.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;

TEST_CASE("a function has a code that leads back to it, and words") {
    for (const OrganisationFunction one : all_organisation_functions) CHECK(organisation_function(code(one)) == one);
    CHECK_FALSE(organisation_function("mairie"));
    CHECK(label(OrganisationFunction::opcs) == "OPCS");
    CHECK(label(OrganisationFunction::structure) == "structure d’insertion");
}

TEST_CASE("no OPCS, or one that leads with others beside it, is sound") {
    CHECK(faults({}).empty());
    CHECK(faults({{{1}, true}}).empty());
    CHECK(faults({{{1}, true}, {{2}, false}}).empty());
}

TEST_CASE("an OPCS twice, two that lead, or none that leads is told") {
    CHECK(faults({{{1}, true}, {{1}, false}}).front().where == "associes");
    CHECK(faults({{{1}, true}, {{2}, true}}).front().where == "pilote");
    CHECK(faults({{{1}, false}}).front().text == "aucune OPCS ne pilote ce lot\u00a0; choisissez l’OPCS pilote");
}
