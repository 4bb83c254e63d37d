// Access tokens are one's own, do less than their account, and end.
#include "clausier/app/access_tokens.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/account_world.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using core::ErrorKind;
using tests::AccountWorld;
using tests::refusal;

namespace {

struct World : AccountWorld {
    app::NewToken make(domain::Id<domain::Account> account, domain::TokenScope scope = {}) {
        domain::ApiToken token;
        token.label = "Export du lundi";
        token.scope = std::move(scope);
        token.expires = clock.now() + 24h * 30;
        return app::create_token(as(account), base, token, password);
    }
    std::optional<app::TokenBearer> bearer(const std::string& text) { return app::token_bearer(base, text, clock); }
};

}  // namespace

TEST_CASE("a token brings its account and its scope, until it expires; the base keeps no token") {
    World world;
    const auto buyer = world.buyer();
    const auto made = world.make(buyer.id);
    CHECK(made.text.starts_with("clausier_"));
    const auto bearer = world.bearer(made.text);
    REQUIRE(bearer);
    CHECK(bearer->account == buyer.id);
    CHECK(bearer->viewer.has(domain::Role::buyer));
    CHECK(bearer->scope.allows(domain::Action::market_read));
    CHECK_FALSE(bearer->scope.allows(domain::Action::market_write));
    CHECK_FALSE(world.bearer(""));
    CHECK_FALSE(world.bearer("clausier_" + std::string(64, '0')));
    {
        auto tx = world.base.read();
        CHECK(made.text.find(tx.value<std::string>("SELECT token_hash FROM api_tokens")) == std::string::npos);
    }
    world.clock.instant += 24h * 30;
    CHECK_FALSE(world.bearer(made.text));
}

TEST_CASE("what a token brings follows its account: roles withdrawn, second factor missing") {
    World world;
    const auto buyer = world.buyer();
    const auto made = world.make(buyer.id);
    const auto opcs = world.organisation("Maison de l’emploi du Haut-Val");
    app::grant(world.terminal, world.base, buyer.id, {opcs, domain::Role::facilitator, {}});
    CHECK_FALSE(world.bearer(made.text));
    world.enrol(buyer.id);
    CHECK(world.bearer(made.text)->viewer.has(domain::Role::facilitator));
    app::withdraw(world.terminal, world.base, buyer.id, {opcs, domain::Role::facilitator, {}});
    CHECK_FALSE(world.bearer(made.text)->viewer.has(domain::Role::facilitator));
}

TEST_CASE("one makes, lists and ends one's own; who manages accounts ends any") {
    World world;
    const auto camille = world.buyer("camille");
    const auto dominique = world.buyer("dominique");
    const auto made = world.make(camille.id);
    CHECK(app::access_tokens(world.as(camille.id), world.base, camille.id).size() == 1);
    CHECK(refusal([&] { app::access_tokens(world.as(dominique.id), world.base, camille.id); }).kind() ==
          ErrorKind::forbidden);
    CHECK(refusal([&] { app::end_token(world.as(dominique.id), world.base, made.token.id); }).kind() ==
          ErrorKind::not_found);
    CHECK(world.bearer(made.text));
    app::end_token(world.as(camille.id), world.base, made.token.id);
    CHECK_FALSE(world.bearer(made.text));
    const auto other = world.make(camille.id);
    app::end_token(world.terminal, world.base, other.token.id);
    CHECK_FALSE(world.bearer(other.text));
    CHECK(refusal([&] { app::create_token(world.stranger, world.base, {}, ""); }).kind() == ErrorKind::forbidden);
    CHECK(refusal([&] { app::create_token(world.as(camille.id), world.base, {}, ""); }).issues().size() == 2);
}

TEST_CASE("the use of a token is told, at most once an hour, and the journal knows its number alone") {
    World world;
    const auto buyer = world.buyer();
    const auto made = world.make(buyer.id);
    const auto used = [&] { return app::access_tokens(world.as(buyer.id), world.base, buyer.id).front().used; };
    CHECK_FALSE(used());
    const auto first = world.clock.now();
    app::touch_token(world.base, made.token.id, world.clock);
    world.clock.instant += 59min;
    app::touch_token(world.base, made.token.id, world.clock);
    CHECK(used() == first);
    CHECK(world.journal().find("jeton.creer compte/1 jeton/1") != std::string::npos);
    CHECK(world.journal().find(made.text) == std::string::npos);
    CHECK(world.journal().find("lundi") == std::string::npos);
}
