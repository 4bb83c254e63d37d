// Operations are kept, and two people cannot silently overwrite each other.
#include "clausier/store/operations.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"
#include "clausier/store/database.hpp"
#include "store/tenders.hpp"

using namespace clausier;

TEST_CASE("an operation is added, found, listed and changed") {
    store::Database database(":memory:");
    auto tx = database.write();
    store::Operations operations(tx);
    const auto school = operations.save({{}, "Lycée des Brumes", "ANRU", "57-12", 0});
    auto quarter = operations.save({{}, "Grand quartier", "", "", 0});
    CHECK(operations.find(school.id)->convention_number == "57-12");
    CHECK(operations.list().front().name == "Grand quartier");
    quarter.programme = "NPNRU";
    CHECK(operations.save(quarter).revision == 2);
    CHECK(operations.find(quarter.id)->programme == "NPNRU");
    CHECK_FALSE(operations.find({999}).has_value());
}

TEST_CASE("saving over somebody else's change is a conflict") {
    store::Database database(":memory:");
    auto tx = database.write();
    store::Operations operations(tx);
    const auto read_by_both = operations.save({{}, "Lycée des Brumes", "", "", 0});
    operations.save(read_by_both);
    CHECK(tests::refusal([&] { operations.save(read_by_both); }).kind() == core::ErrorKind::conflict);
    CHECK(tests::refusal([&] {
              operations.save({{}, "Lycée des Brumes", "", "", 0});
          }).kind() == core::ErrorKind::conflict);
}
