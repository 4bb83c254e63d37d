// Sessions are found by their fingerprint until they are ended.
#include "clausier/store/user_sessions.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/second_factors.hpp"
#include "store/account_rows.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using domain::UserSession;
using store::UserSessions;
using tests::AccountRows;

namespace {

struct World : AccountRows {
    UserSession open(char digit, domain::Id<domain::Account> account, bool awaiting = false) {
        return UserSessions(tx).add({{}, account, awaiting, now, now, "203.0.113.x", "Firefox, Linux"}, hash(digit));
    }
};

}  // namespace

TEST_CASE("a session is found with what its account is, and not by another token") {
    World world;
    const UserSession opened = world.open('a', world.camille);
    auto found = UserSessions(world.tx).find(World::hash('a'));
    REQUIRE(found);
    CHECK(found->session.id == opened.id);
    CHECK(found->session.account == world.camille);
    CHECK(found->session.peer == "203.0.113.x");
    CHECK(found->session.agent == "Firefox, Linux");
    CHECK(found->session.seen == world.now);
    CHECK(found->name == "Camille");
    CHECK(found->state == domain::AccountState::active);
    CHECK_FALSE(found->second_factor);
    CHECK_FALSE(UserSessions(world.tx).find(World::hash('b')));
    store::SecondFactors factors(world.tx);
    factors.begin(world.camille, "scellé", world.now);
    CHECK_FALSE(UserSessions(world.tx).find(World::hash('a'))->second_factor);
    factors.confirm(world.camille, world.now);
    CHECK(UserSessions(world.tx).find(World::hash('a'))->second_factor);
}

TEST_CASE("a session is seen at most once a minute, and no more once ended") {
    World world;
    UserSessions sessions(world.tx);
    const auto id = world.open('a', world.camille).id;
    CHECK_FALSE(sessions.touch(id, world.now + 59s, world.now - 1s));
    CHECK(sessions.touch(id, world.now + 60s, world.now));
    CHECK(sessions.find(World::hash('a'))->session.seen == world.now + 60s);
    sessions.end(id, world.now + 2min);
    CHECK_FALSE(sessions.find(World::hash('a')));
    CHECK_FALSE(sessions.touch(id, world.now + 3min, world.now + 2min));
    CHECK(sessions.of(world.camille).empty());
}

TEST_CASE("once the code is given a session is another token's, and starts anew") {
    World world;
    UserSessions sessions(world.tx);
    const auto id = world.open('a', world.camille, true).id;
    CHECK(sessions.find(World::hash('a'))->session.awaiting_code);
    sessions.confirm(id, World::hash('b'), world.now + 2min);
    CHECK_FALSE(sessions.find(World::hash('a')));
    const auto found = sessions.find(World::hash('b'));
    REQUIRE(found);
    CHECK_FALSE(found->session.awaiting_code);
    CHECK(found->session.created == world.now + 2min);
}

TEST_CASE("all those of an account end together, but one; another's stay; old ones are forgotten") {
    World world;
    UserSessions sessions(world.tx);
    world.open('a', world.camille);
    const auto kept = world.open('b', world.camille).id;
    world.open('c', world.dominique);
    CHECK(sessions.end_all(world.camille, world.now, kept) == 1);
    CHECK_FALSE(sessions.find(World::hash('a')));
    CHECK(sessions.find(World::hash('b')));
    CHECK(sessions.find(World::hash('c')));
    CHECK(sessions.end_all(world.camille, world.now) == 1);
    CHECK(sessions.forget(world.now + 1s) == 3);
    CHECK(sessions.of(world.dominique).empty());
}
