// How a lot is named in a list, and what a kept month sums to.
#include "clausier/domain/execution_list.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

TEST_CASE("a lot is named by its market, and by its number where it has one") {
    CHECK(domain::label(domain::LotName{{1}, {2}, "2026-01", "3", "Peinture"}) == "marché 2026-01, lot 3");
    CHECK(domain::label(domain::LotName{{1}, {2}, "2026-01", "", "Nettoyage"}) == "marché 2026-01");
}

TEST_CASE("the hours of a kept month are those of its three natures, whether they count or not") {
    domain::ExecutionMonth one;
    one.worked = core::Hours::whole(60);
    one.training = core::Hours::whole(7);
    one.paid = core::Hours::whole(3);
    one.counted = core::Hours::whole(60);
    CHECK(one.total() == core::Hours::whole(70));
}
