// Conditions say what the filter says, and the index of the schema serves them.
#include "market_conditions.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/tenders.hpp"

using namespace clausier;
using store::MarketConditions;
using store::MarketFilter;
using store::MarketKind;

namespace {

std::string plan(const MarketFilter& filter, const std::string& order = "") {
    store::Database database(":memory:");
    auto tx = database.read();
    const MarketConditions conditions(filter);
    auto rows = tx.query("EXPLAIN QUERY PLAN SELECT i.market_id FROM " + conditions.from() + " WHERE " +
                         conditions.all() + order);
    conditions.bind(rows);
    std::string out;
    while (rows.step()) out += rows.text(3) + "\n";
    return out;
}

}  // namespace

TEST_CASE("an empty filter has no condition and no value") {
    const MarketConditions conditions({});
    CHECK(conditions.all() == "1 = 1");
    CHECK(conditions.next() == 1);
    CHECK(conditions.from() == "market_index i");
    CHECK_FALSE(conditions.filters(MarketKind::year));
}

TEST_CASE("a text becomes one condition a word, marks of LIKE being no letters") {
    MarketFilter filter;
    filter.text = "  École %_ 2026-01 ";
    const MarketConditions conditions(filter);
    CHECK(conditions.next() == 3);
    CHECK(plan(filter).starts_with("SCAN t\nSEARCH i"));
}

TEST_CASE("buyers, years and pages are found by the indices, texts by their own table") {
    MarketFilter buyer;
    buyer.buyer = domain::Id<domain::Organisation>{1};
    CHECK(plan(buyer).find("market_index_buyer") != std::string::npos);
    MarketFilter year;
    year.year = 2026;
    CHECK(plan(year).find("market_index_notified") != std::string::npos);
    CHECK(plan({}, " ORDER BY i.notified_on LIMIT 10").find("B-TREE") == std::string::npos);
    MarketFilter holder;
    holder.holder = domain::Id<domain::Organisation>{1};
    CHECK(plan(holder).find("lot_holders_organisation") != std::string::npos);
}
