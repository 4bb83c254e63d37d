// Decisions are kept by field and folded value, replaced, and forgotten.
#include "clausier/store/import_decisions.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/tenders.hpp"

using namespace clausier;
using domain::Field;
using domain::Ruling;

TEST_CASE("a decision is found again with its author and its day, whatever the case of the value") {
    store::Database database(":memory:");
    {
        auto tx = database.write();
        store::ImportDecisions decisions(tx);
        decisions.save({Field::procedure, "MAPA 2", Ruling::replace, "Procédure adaptée", {}, {}}, tests::noon(20),
                       "compte/1");
        decisions.save({Field::procedure, "mapa-2", Ruling::ignore, "", {}, {}}, tests::noon(21), "compte/2");
        decisions.save({Field::holder3_scheme, "***", Ruling::keep, "", {}, {}}, tests::noon(21), "compte/2");
        tx.commit();
    }
    auto tx = database.write();
    store::ImportDecisions decisions(tx);
    const domain::Decisions all = decisions.all();
    CHECK(all.list().size() == 2);
    const domain::Decision* found = all.find(Field::procedure, "Mapa 2");
    REQUIRE(found);
    CHECK(found->ruling == Ruling::ignore);
    CHECK(found->at == tests::noon(21));
    CHECK(found->actor == "compte/2");
    CHECK(all.find(Field::holder_scheme, "***"));
    CHECK(decisions.forget(Field::procedure, "MAPA 2"));
    CHECK_FALSE(decisions.forget(Field::procedure, "MAPA 2"));
    CHECK(decisions.all().list().size() == 1);
}

TEST_CASE("a replacement without a meaning is refused by the base itself") {
    store::Database database(":memory:");
    auto tx = database.write();
    CHECK_THROWS_AS(store::ImportDecisions(tx).save({Field::procedure, "a", Ruling::replace, "", {}, {}},
                                                    tests::noon(21), "compte/1"),
                    core::Error);
}
