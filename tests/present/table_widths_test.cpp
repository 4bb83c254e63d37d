// Widths of columns: the page is filled, words are kept whole, the author's shares are respected.
#include "table_widths.hpp"

#include <catch2/catch_test_macros.hpp>
#include <numeric>

#include "support/sample_document.hpp"

using namespace clausier::present;

namespace {

int sum(const std::vector<int>& widths) { return std::accumulate(widths.begin(), widths.end(), 0); }

}  // namespace

TEST_CASE("columns fill the page whatever their number") {
    DocTable table;
    for (int columns = 1; columns <= 30; ++columns) {
        table.headers.push_back({{"Colonne " + std::to_string(columns)}});
        const std::vector<int> widths = column_widths(table, 9638, false);
        CHECK(sum(widths) == 9638);
        CHECK(*std::min_element(widths.begin(), widths.end()) > 0);
    }
    CHECK(column_widths(DocTable{}, 9638, false).empty());
}

TEST_CASE("the author's shares are kept in proportion, and ignored when they are not one a column") {
    DocTable table;
    table.headers = {{{"a"}}, {{"b"}}};
    table.widths = {3, 1};
    CHECK(column_widths(table, 1000, false) == std::vector<int>{750, 250});
    table.widths = {3};
    CHECK(column_widths(table, 1000, false) == std::vector<int>{500, 500});
    table.widths = {-5, 0};
    CHECK(column_widths(table, 1000, false) == std::vector<int>{500, 500});
}

TEST_CASE("a column of long texts is wider than one of short numbers") {
    const std::vector<int> widths = column_widths(clausier::test::sample_table(), 9638, false);
    REQUIRE(widths.size() == 5);
    CHECK(widths[1] > widths[4]);
    CHECK(sum(widths) == 9638);
}

TEST_CASE("rows longer than the header count") {
    DocTable table;
    table.headers = {{{"a"}}};
    table.rows = {{{{"1"}}, {{"2"}}, {{"3"}}}};
    CHECK(column_count(table) == 3);
    CHECK(alignment(table, 2) == Align::left);
}

TEST_CASE("a table of many columns is set smaller, less so across the page") {
    DocTable table;
    table.headers.resize(9);
    CHECK(table_font(table, false) < kTableFont);
    CHECK(table_font(table, true) == kTableFont);
}
