// Amounts nobody believes are told from those that are only large.
#include "clausier/domain/aberrant.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using core::Euros;
using domain::is_aberrant;

TEST_CASE("amounts beyond the bounds, one digit repeated and runs of digits are aberrant") {
    for (const Euros amount :
         {Euros::whole(999'999'999), Euros::whole(1'000'000'000), Euros::of(99'999'999), Euros::whole(99'999'999),
          Euros::whole(123'456'789), Euros::of(99), Euros::of(0), Euros::whole(-5), Euros::whole(1'111'111)}) {
        INFO(amount.parts());
        CHECK(is_aberrant(amount));
    }
    for (const Euros amount : {Euros::whole(1), Euros::whole(99'999), Euros::of(12'345'678), Euros::whole(998'999'999),
                               Euros::of(333'333), Euros::of(33'333'333), Euros::whole(40'000)}) {
        INFO(amount.parts());
        CHECK_FALSE(is_aberrant(amount));
    }
}
