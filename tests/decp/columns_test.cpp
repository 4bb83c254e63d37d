// The columns of a DECP file read as rows.
#include "clausier/decp/columns.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace clausier;

TEST_CASE("each column has one name and one place") {
    const auto columns = decp::columns();
    CHECK(std::set<std::string_view>(columns.begin(), columns.end()).size() == columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) CHECK(decp::column(columns[i]) == i);
    CHECK_FALSE(decp::column("montants"));
}
