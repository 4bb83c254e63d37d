// Refusals keep every fault, and a conflict always says something.
#include "refusals.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"

using namespace clausier;
using tests::refusal;

TEST_CASE("what is typed is refused with all its faults, or not at all") {
    CHECK_NOTHROW(app::require_sound({}));
    const auto refused = refusal([] { app::require_sound({core::fault("a", "un"), core::fault("b", "deux")}); });
    CHECK(refused.kind() == core::ErrorKind::invalid);
    CHECK(refused.issues().size() == 2);
}

TEST_CASE("a conflict in which nothing shown differs says to read again") {
    const auto refused = refusal([] { app::refuse_stale({}); });
    CHECK(refused.kind() == core::ErrorKind::conflict);
    CHECK(refused.issues().at(0).code == "modifie_entre_temps");
    CHECK(refusal([] { app::refuse_stale({core::fault("x", "y")}); }).issues().size() == 1);
}
