// A territory's own reference values are kept whole, one for each key and first day.
#include "clausier/store/references.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using domain::ReferenceValue;

namespace {

ReferenceValue effort(std::optional<core::Date> from, std::int64_t parts) {
    ReferenceValue value;
    value.key = "effort.works";
    value.label = "Taux d’effort, travaux";
    value.unit = domain::Unit::percent;
    value.parts = parts;
    value.min = 300;
    value.valid_from = from;
    value.citation = {"délibération de la région des Hautes-Terres",
                      "",
                      tests::day(2026, 11, 21),
                      true,
                      "provisoire",
                      domain::Layer::local};
    return value;
}

}  // namespace

TEST_CASE("a local value comes back whole, and is replaced by another of the same key and first day") {
    store::Database database(":memory:");
    auto tx = database.write();
    store::References references(tx);
    references.save(effort(std::nullopt, 500));
    references.save(effort(tests::day(2026, 1, 1), 700));
    references.save(effort(std::nullopt, 600));
    references.save(effort(tests::day(2026, 1, 1), 800));
    CHECK(references.local() ==
          std::vector<ReferenceValue>{effort(std::nullopt, 600), effort(tests::day(2026, 1, 1), 800)});
}

TEST_CASE("removing tells whether there was something to remove") {
    store::Database database(":memory:");
    auto tx = database.write();
    store::References references(tx);
    references.save(effort(std::nullopt, 500));
    CHECK_FALSE(references.remove("effort.works", tests::day(2026, 1, 1)));
    CHECK(references.remove("effort.works", std::nullopt));
    CHECK(references.local().empty());
}
