// The lists of columns are those of the tables they are written for.
#include "tender_columns.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "store/tenders.hpp"

using namespace clausier;

namespace {

std::vector<std::string> table_columns(const std::string& table) {
    store::Database database(":memory:");
    auto tx = database.read();
    return tests::rows(tx, "SELECT name FROM pragma_table_info('" + table + "')", 1);
}

void check_all_in(std::span<const store::TenderColumn> columns, const std::string& table) {
    const auto known = table_columns(table);
    for (const auto& column : columns) {
        INFO(table << "." << column.name);
        CHECK(std::find(known.begin(), known.end(), column.name) != known.end());
    }
}

}  // namespace

TEST_CASE("every column a file fills in stands in its table and in the table of before-images") {
    check_all_in(store::market_columns(), "markets");
    check_all_in(store::market_columns(), "markets_before");
    check_all_in(store::lot_columns(), "lots");
    check_all_in(store::lot_columns(), "lots_before");
}

TEST_CASE("a column is written for each use") {
    const std::span<const store::TenderColumn> object = store::market_columns().first(1);
    CHECK(store::column_list(object) == "object");
    CHECK(store::column_list(object, "m") == "m.object");
    CHECK(store::staged_values(object) == "s.object");
    CHECK(store::column_definitions(object) == "object TEXT NOT NULL");
    CHECK(store::columns_differ(object) == "(s.object <> '' AND s.object IS DISTINCT FROM m.object)");
    CHECK(store::column_updates(object) ==
          "object = CASE WHEN k.changed = 1 AND s.object <> '' THEN s.object ELSE m.object END");
    CHECK(store::column_restores(object) == "object = b.object");
}

TEST_CASE("the essential columns are as many as the values of essential data") {
    int values = 0;
    domain::EssentialData data;
    domain::each_value(data, [&](const auto&) { ++values; });
    CHECK(values == domain::essential_values);
    CHECK(store::essential_columns().front().name == "techniques");
    CHECK(store::essential_columns().back().name == "execution_years");
}
