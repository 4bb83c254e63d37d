// Failures are counted by what was tried.
#include "clausier/store/login_attempts.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/account_rows.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using store::AttemptKind;
using tests::AccountRows;

TEST_CASE("failures add up by kind and tag, and are forgiven, taken back or forgotten") {
    AccountRows world;
    store::LoginAttempts attempts(world.tx);
    const std::string a = AccountRows::hash('a'), b = AccountRows::hash('b');
    const auto count = [&](AttemptKind kind, const std::string& tag) { return attempts.failures(kind, tag).count; };
    for (int i = 0; i < 3; ++i) attempts.add(AttemptKind::account, a, world.now + i * 1s, world.now - 24h);
    attempts.add(AttemptKind::address, a, world.now, world.now - 24h);
    CHECK(count(AttemptKind::account, a) == 3);
    CHECK(attempts.failures(AttemptKind::account, a).last == world.now + 2s);
    CHECK(count(AttemptKind::address, a) == 1);
    CHECK(count(AttemptKind::account, b) == 0);
    attempts.take_back(AttemptKind::account, a);
    CHECK(count(AttemptKind::account, a) == 2);
    attempts.take_back(AttemptKind::address, a);
    attempts.take_back(AttemptKind::address, a);
    CHECK(count(AttemptKind::address, a) == 0);
    attempts.set(AttemptKind::address, b, {7, world.now - 5s});
    CHECK(attempts.failures(AttemptKind::address, b).last == world.now - 5s);
    attempts.set(AttemptKind::address, b, {8, world.now - 4s});
    CHECK(count(AttemptKind::address, b) == 8);
    attempts.take_back(AttemptKind::address, b);
    CHECK(attempts.failures(AttemptKind::address, b).last == world.now - 4s);
    attempts.forgive(AttemptKind::address, b);
    // A day later the count starts anew.
    attempts.add(AttemptKind::account, a, world.now + 25h, world.now + 1h);
    CHECK(count(AttemptKind::account, a) == 1);
    attempts.forgive(AttemptKind::account, a);
    CHECK(count(AttemptKind::account, a) == 0);
    attempts.add(AttemptKind::code, b, world.now, world.now - 24h);
    CHECK(attempts.forget(world.now + 1s) == 2);
    CHECK(count(AttemptKind::code, b) == 0);
}
