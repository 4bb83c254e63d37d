// What unknown values come near to, and how they are told from those that are understood.
#include "unlisted_values.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::Field;
using domain::UnlistedValues;

TEST_CASE("a value met again under another spelling is counted with the first") {
    UnlistedValues values({}, {});
    values.met(Field::procedure, "MAPA 2", "Procédure", 4);
    values.met(Field::procedure, "mapa  2", "Procédure", 5);
    values.met(Field::holder2_scheme, "Duns", "Type", 5);
    values.met(Field::holder_scheme, "DUNS", "Type", 6);
    const domain::UnknownValues found = values.list();
    REQUIRE(found.values.size() == 2);
    CHECK(found.values[0].count == 2);
    CHECK(found.values[0].first_line == 4);
    CHECK(found.values[1].field == Field::holder_scheme);
    CHECK(found.values[1].count == 2);
}

TEST_CASE("trades and places that are understood are no unknown values") {
    UnlistedValues values({}, {});
    values.trade("Peinture", "Métier", 2);
    values.place("39100", "Lieu", 2);
    CHECK(values.list().values.empty());
    values.trade("Réfection de la toiture", "Métier", 3);
    values.place("Vallée haute", "Lieu", 3);
    const domain::UnknownValues found = values.list();
    REQUIRE(found.values.size() == 2);
    CHECK(found.values[0].near.empty());
    CHECK(found.values[1].near.at(0).value == "roofing");
}

TEST_CASE("a field without a list is never unknown") {
    UnlistedValues values({}, {});
    CHECK(values.met(Field::price_form, "Au poids", "Prix", 2) == nullptr);
    CHECK(values.list().values.empty());
}

TEST_CASE("a very long text is noted without being compared") {
    UnlistedValues values({}, {{{}, "Commune de Valbrume"}});
    values.met(Field::procedure, std::string(100'000, 'p'), "Procédure", 2);
    values.buyer(std::string(100'000, 'v'), "Acheteur", 2);
    REQUIRE(values.list().values.size() == 1);
    CHECK(values.list().values[0].near.empty());
}
