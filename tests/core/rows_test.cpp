// Columns are named as spreadsheets name them.
#include "clausier/core/rows.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

TEST_CASE("columns are named as spreadsheets name them") {
    CHECK(core::column_letters(0) == "A");
    CHECK(core::column_letters(25) == "Z");
    CHECK(core::column_letters(26) == "AA");
    CHECK(core::column_letters(701) == "ZZ");
    CHECK(core::column_letters(702) == "AAA");
    CHECK(core::column_letters(16'383) == "XFD");
}
