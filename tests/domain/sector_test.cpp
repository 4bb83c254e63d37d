// A market's sector comes from what its file says, else from its CPV.
#include "clausier/domain/sector.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/code_lists.hpp"

using namespace clausier::domain;

TEST_CASE("the section wins over the CPV, and an unknown one leaves it the word") {
    CHECK(sector_of("Services", "45214200") == Sector::services);
    CHECK(sector_of("", "45214200") == Sector::works);
    CHECK(sector_of("Divers", "39000000") == Sector::supplies);
    CHECK_FALSE(sector_of("", "").has_value());
    CHECK_FALSE(sector_of("", "99000000").has_value());
}

TEST_CASE("codes read back, and every CPV division has its sector") {
    for (const Sector one : all_sectors) CHECK(sector(code(one)) == one);
    CHECK_FALSE(sector("Travaux").has_value());
    for (const CpvDivision& division : CodeLists::embedded().cpv_divisions)
        CHECK(sector_of("", division.code + "000000").has_value());
}
