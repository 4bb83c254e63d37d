// Links open once, for a time.
#include "clausier/store/invitations.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/account_rows.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using domain::InvitationKind;
using store::Invitations;
using tests::AccountRows;

TEST_CASE("a link is found until it is used or its time is over") {
    AccountRows world;
    Invitations links(world.tx);
    const auto made =
        links.add({{}, InvitationKind::invitation, world.camille, world.now, world.now + 1h}, AccountRows::hash('a'));
    const auto found = links.find(AccountRows::hash('a'), world.now);
    REQUIRE(found);
    CHECK(found->id == made.id);
    CHECK(found->kind == InvitationKind::invitation);
    CHECK(found->account == world.camille);
    CHECK(links.open_of(world.camille, world.now)->expires == world.now + 1h);
    CHECK_FALSE(links.open_of(world.dominique, world.now));
    CHECK_FALSE(links.find(AccountRows::hash('b'), world.now));
    CHECK_FALSE(links.find(AccountRows::hash('a'), world.now + 1h));
    links.spend(made.id, world.now);
    CHECK_FALSE(links.find(AccountRows::hash('a'), world.now));
}

TEST_CASE("the links of one account, or of the first admin, are made void together; old ones are forgotten") {
    AccountRows world;
    Invitations links(world.tx);
    links.add({{}, InvitationKind::first_admin, {}, world.now, world.now + 1h}, AccountRows::hash('a'));
    links.add({{}, InvitationKind::password_reset, world.camille, world.now, world.now + 1h}, AccountRows::hash('b'));
    links.add({{}, InvitationKind::password_reset, world.dominique, world.now, world.now + 1h}, AccountRows::hash('c'));
    links.spend_all(world.camille, world.now);
    CHECK_FALSE(links.find(AccountRows::hash('b'), world.now));
    CHECK(links.find(AccountRows::hash('a'), world.now));
    links.spend_all(std::nullopt, world.now);
    CHECK_FALSE(links.find(AccountRows::hash('a'), world.now));
    CHECK(links.find(AccountRows::hash('c'), world.now));
    links.spend_everybodys(world.now);
    CHECK_FALSE(links.find(AccountRows::hash('c'), world.now));
    CHECK(links.forget(world.now + 2h) == 3);
}
