// Attempts are counted before they are known, under tags that name nobody.
#include "attempts.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/account_world.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using store::AttemptKind;
using tests::AccountWorld;

TEST_CASE("a tag hides what was tried and tells it apart") {
    AccountWorld world;
    const auto tag = [&](const char* text) { return app::attempt(world.base, AttemptKind::account, text).tag; };
    CHECK(tag("camille@valbrume.example").size() == 64);
    CHECK(tag("camille@valbrume.example") == tag("camille@valbrume.example"));
    CHECK(tag("camille@valbrume.example") != tag("dominique@valbrume.example"));
    CHECK(app::address_attempt(world.base, "2001:db8:1::1").tag ==
          app::address_attempt(world.base, "2001:db8:1:9::2").tag);
    CHECK(app::address_attempt(world.base, "203.0.113.1").tag != app::address_attempt(world.base, "203.0.113.2").tag);
}

TEST_CASE("the longest wait holds, and what waits is not counted") {
    AccountWorld world;
    store::Transaction tx = world.base.write();
    const auto one = app::attempt(world.base, AttemptKind::account, "un");
    const auto two = app::attempt(world.base, AttemptKind::account, "deux");
    for (int i = 0; i < 10; ++i) CHECK(app::count_attempt(tx, {one}, world.clock.now()) == 0s);
    CHECK(app::count_attempt(tx, {one, two}, world.clock.now()) == 30s);
    CHECK(store::LoginAttempts(tx).failures(two.kind, two.tag).count == 0);
    CHECK(store::LoginAttempts(tx).failures(one.kind, one.tag).count == 10);
    CHECK(app::count_attempt(tx, {two}, world.clock.now()) == 0s);
}

TEST_CASE("an address fails a hundred times an hour, not ten") {
    AccountWorld world;
    store::Transaction tx = world.base.write();
    const auto office = app::address_attempt(world.base, "203.0.113.1");
    for (int i = 0; i < 100; ++i) CHECK(app::count_attempt(tx, {office}, world.clock.now()) == 0s);
    CHECK(app::count_attempt(tx, {office}, world.clock.now()) == 36s);
    // One every ten seconds for an hour: what is forgotten meanwhile is what may be tried.
    int tried = 0;
    for (int i = 1; i <= 360; ++i)
        if (app::count_attempt(tx, {office}, world.clock.now() + i * 10s) == 0s) ++tried;
    CHECK(tried == 100);
}
