// The families of purchase a kind of clause is usual for.
#include <catch2/catch_test_macros.hpp>

#include "adviser_parts.hpp"
#include "clausier/core/asset.hpp"
#include "clausier/core/table.hpp"

using namespace clausier;

TEST_CASE("each row of clause_scopes is found by a CPV of its family, for its kind alone") {
    const core::Table table = core::parse_csv(core::asset("data/codes/clause_scopes.csv"), "clause_scopes");
    const std::size_t kind = table.column("kind");
    const std::size_t prefix = table.column("cpv_prefix");
    REQUIRE_FALSE(table.rows.empty());
    for (const auto& row : table.rows) {
        std::string cpv = row[prefix];
        CAPTURE(row[kind], cpv);
        cpv.resize(8, '0');
        CHECK_FALSE(domain::scope_of(row[kind], cpv).empty());
        CHECK(domain::scope_of("aucune", cpv).empty());
    }
}

TEST_CASE("a purchase without CPV is of no family") {
    CHECK(domain::scope_of("reserve_ess", "").empty());
    CHECK(domain::scope_of("", "85000000").empty());
}
