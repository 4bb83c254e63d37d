// A second factor is confirmed once, its codes and its recovery codes serve once.
#include "clausier/store/second_factors.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/account_rows.hpp"

using namespace clausier;
using store::SecondFactors;
using tests::AccountRows;

TEST_CASE("a secret begun may be replaced, and no longer once confirmed") {
    AccountRows world;
    SecondFactors factors(world.tx);
    CHECK_FALSE(factors.find(world.camille));
    factors.begin(world.camille, "un", world.now);
    factors.begin(world.camille, "deux", world.now);
    CHECK(factors.find(world.camille)->sealed_secret == "deux");
    CHECK_FALSE(factors.find(world.camille)->confirmed);
    factors.confirm(world.camille, world.now);
    factors.begin(world.camille, "trois", world.now);
    CHECK(factors.find(world.camille)->sealed_secret == "deux");
    CHECK(factors.find(world.camille)->confirmed);
    CHECK(store::Accounts(world.tx).find(world.camille)->second_factor);
    factors.remove(world.camille);
    CHECK_FALSE(factors.find(world.camille));
}

TEST_CASE("a step is accepted once, and none before it") {
    AccountRows world;
    SecondFactors factors(world.tx);
    factors.begin(world.camille, "un", world.now);
    CHECK(factors.accept(world.camille, 100));
    CHECK_FALSE(factors.accept(world.camille, 100));
    CHECK_FALSE(factors.accept(world.camille, 99));
    CHECK(factors.accept(world.camille, 101));
    CHECK(factors.find(world.camille)->last_step == 101);
    CHECK_FALSE(factors.accept(world.dominique, 100));
}

TEST_CASE("a recovery code serves once, its owner alone") {
    AccountRows world;
    SecondFactors factors(world.tx);
    factors.begin(world.camille, "un", world.now);
    factors.set_recovery(world.camille, {AccountRows::hash('a'), AccountRows::hash('b')});
    CHECK(factors.recovery_left(world.camille) == 2);
    CHECK_FALSE(factors.use_recovery(world.dominique, AccountRows::hash('a'), world.now));
    CHECK(factors.use_recovery(world.camille, AccountRows::hash('a'), world.now));
    CHECK_FALSE(factors.use_recovery(world.camille, AccountRows::hash('a'), world.now));
    CHECK(factors.recovery_left(world.camille) == 1);
    factors.set_recovery(world.camille, {AccountRows::hash('c')});
    CHECK_FALSE(factors.use_recovery(world.camille, AccountRows::hash('b'), world.now));
    factors.remove(world.camille);
    CHECK(factors.recovery_left(world.camille) == 0);
}
