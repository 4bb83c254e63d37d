// Clauses of lots are kept in the order of the list, and replaced as a whole.
#include "clausier/store/lot_clauses.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"
#include "store/considered_lots.hpp"

using namespace clausier;

namespace {

std::vector<domain::LotClause> clauses(std::string_view text) { return domain::parse_lot_clauses(text).value(); }

}  // namespace

TEST_CASE("clauses are kept, read by lot and by market, and replaced") {
    tests::ConsideredLots world;
    const auto one = world.add("R1", std::nullopt);
    const auto two = world.add("R2", std::nullopt);
    store::LotClauses kept(world.tx);
    CHECK(kept.of(one.lot).empty());
    kept.set(one.lot, clauses("training:les_deux, insertion"));
    kept.set(two.lot, clauses("none"));
    CHECK(kept.of(one.lot) == clauses("insertion, training:les_deux"));
    CHECK(kept.of_market(one.market) == std::map{std::pair{one.lot, clauses("insertion, training:les_deux")}});
    kept.set(one.lot, clauses("equality"));
    CHECK(kept.of(one.lot) == clauses("equality"));
    kept.set(one.lot, {});
    CHECK(kept.of(one.lot).empty());
    CHECK(kept.of_market(one.market).empty());
    CHECK(kept.of(two.lot) == clauses("none"));
}

TEST_CASE("clauses of a lot that does not exist, or twice the same, are refused") {
    tests::ConsideredLots world;
    const auto one = world.add("R1", std::nullopt);
    store::LotClauses kept(world.tx);
    CHECK_THROWS_AS(kept.set(one.lot, {{"insertion", {}}, {"insertion", {}}}), core::Error);
    CHECK_THROWS_AS(kept.set({999}, clauses("insertion")), core::Error);
}
