// Activities as they were changed here, one writer at a time.
#include "clausier/store/processing_activities.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "support/refusal.hpp"

using namespace clausier;

TEST_CASE("an activity is added, replaced by who read it last, and given back to the program") {
    store::Database database(":memory:");
    store::Transaction tx = database.write();
    store::ProcessingActivities store(tx);
    domain::ProcessingActivity one;
    one.code = "suivi_clauses";
    one.name = "Suivi";
    one = store.save(one);
    CHECK(one.revision == 1);
    one.withdrawn = true;
    one = store.save(one);
    CHECK(store.list().at(0).withdrawn);
    CHECK(store.list().at(0).changed);
    one.revision = 1;
    CHECK(tests::refusal([&] { store.save(one); }).kind() == core::ErrorKind::conflict);
    one.revision = 0;
    CHECK(tests::refusal([&] { store.save(one); }).kind() == core::ErrorKind::conflict);
    store.remove("suivi_clauses");
    CHECK(store.list().empty());
}
