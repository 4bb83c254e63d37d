// Access tokens are found by their fingerprint until they end.
#include "clausier/store/api_tokens.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/account_rows.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using domain::Action;
using domain::ApiToken;
using store::ApiTokens;
using tests::AccountRows;

namespace {

struct World : AccountRows {
    ApiToken add(char digit, std::string label, domain::TokenScope scope) {
        ApiToken out;
        out.account = camille;
        out.label = std::move(label);
        out.scope = std::move(scope);
        out.created = now;
        out.expires = now + 24h;
        return ApiTokens(tx).add(out, hash(digit));
    }
};

}  // namespace

TEST_CASE("a token comes back with its scope, until it expires or is ended") {
    World world;
    ApiTokens tokens(world.tx);
    const domain::TokenScope scope{false, {Action::market_write, Action::market_read}};
    const ApiToken made = world.add('a', "Export", scope);
    const auto found = tokens.find(World::hash('a'), world.now);
    REQUIRE(found);
    CHECK(found->id == made.id);
    CHECK(found->account == world.camille);
    CHECK(found->label == "Export");
    CHECK(found->scope == scope);
    CHECK_FALSE(found->used);
    CHECK(tokens.find(made.id, world.now)->label == "Export");
    CHECK_FALSE(tokens.find(World::hash('b'), world.now));
    CHECK_FALSE(tokens.find(World::hash('a'), world.now + 24h));
    tokens.end(made.id, world.now);
    CHECK_FALSE(tokens.find(World::hash('a'), world.now));
    CHECK_FALSE(tokens.find(made.id, world.now));
}

TEST_CASE("an action that no longer exists never widens a token") {
    World world;
    world.add('a', "Export", {true, {Action::market_read}});
    world.tx.run("UPDATE api_tokens SET actions = 'disparue.lire'");
    const auto found = ApiTokens(world.tx).find(World::hash('a'), world.now);
    REQUIRE(found);
    for (const domain::Grant& row : domain::grants)
        CHECK(found->scope.allows(row.action) == (row.action == Action::open));
}

TEST_CASE("the use of a token is told at most once an hour; all of an account end together") {
    World world;
    ApiTokens tokens(world.tx);
    const auto id = world.add('a', "Zèbre", {}).id;
    world.add('b', "Abeille", {});
    CHECK(tokens.touch(id, world.now, world.now - 1h));
    CHECK_FALSE(tokens.touch(id, world.now + 30min, world.now - 30min));
    CHECK(tokens.touch(id, world.now + 1h, world.now));
    const auto all = tokens.of(world.camille, world.now);
    REQUIRE(all.size() == 2);
    CHECK(all[0].label == "Abeille");
    CHECK(all[1].used == world.now + 1h);
    CHECK(tokens.end_all(world.camille, world.now) == 2);
    world.add('c', "Cigale", {});
    CHECK(tokens.end_everybodys(world.now) == 1);
    CHECK(tokens.of(world.camille, world.now).empty());
}
