// Accounts are kept with who they act for, one address each.
#include "clausier/store/accounts.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/account_rows.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using domain::Membership;
using domain::Role;
using store::Accounts;
using tests::AccountRows;

TEST_CASE("an account comes back as it was saved, by number and by address; a stranger does not") {
    AccountRows world;
    Accounts accounts(world.tx);
    const auto found = accounts.find("camille@valbrume.example");
    REQUIRE(found);
    CHECK(found->id == world.camille);
    CHECK(found->name == "Camille");
    CHECK(found->state == domain::AccountState::active);
    CHECK(found->created == world.now);
    CHECK_FALSE(found->second_factor);
    CHECK(accounts.find(world.dominique)->email == "dominique@valbrume.example");
    CHECK_FALSE(accounts.find("personne@valbrume.example"));
    CHECK_FALSE(accounts.find(domain::Id<domain::Account>{99}));
    CHECK(accounts.list().size() == 2);
    CHECK(accounts.any());
}

TEST_CASE("an address is one account's, and a change over another's is refused") {
    AccountRows world;
    Accounts accounts(world.tx);
    const auto twice = tests::refusal([&] { world.add("camille@valbrume.example", "Une autre"); });
    CHECK(twice.kind() == core::ErrorKind::conflict);
    CHECK(twice.issues().front().where == "courriel");
    domain::Account read = *accounts.find(world.camille);
    domain::Account other = read;
    read.name = "Camille V.";
    CHECK(accounts.save(read).revision == 2);
    CHECK(tests::refusal([&] { accounts.save(other); }).kind() == core::ErrorKind::conflict);
    CHECK(accounts.find(world.camille)->name == "Camille V.");
}

TEST_CASE("a password is a hash that comes back, or nothing") {
    AccountRows world;
    Accounts accounts(world.tx);
    CHECK_FALSE(accounts.password_hash(world.camille));
    accounts.set_password(world.camille, "$argon2id$…");
    CHECK(accounts.password_hash(world.camille) == "$argon2id$…");
    CHECK_FALSE(accounts.password_hash(world.dominique));
}

TEST_CASE("memberships are one a role and organisation; given again, the départements change") {
    AccountRows world;
    Accounts accounts(world.tx);
    const auto opcs = world.organisation("Maison de l’emploi du Haut-Val");
    accounts.grant(world.camille, {opcs, Role::facilitator, {"73", "01"}});
    accounts.grant(world.camille, {opcs, Role::buyer, {}});
    accounts.grant(world.camille, {{}, Role::admin, {}});
    accounts.grant(world.camille, {{}, Role::admin, {}});
    accounts.grant(world.camille, {opcs, Role::facilitator, {"38"}});
    const std::vector<Membership> expected{
        {opcs, Role::facilitator, {"38"}}, {opcs, Role::buyer, {}}, {{}, Role::admin, {}}};
    CHECK(accounts.find(world.camille)->memberships == expected);
    CHECK(accounts.withdraw(world.camille, {opcs, Role::buyer, {}}));
    CHECK_FALSE(accounts.withdraw(world.camille, {opcs, Role::buyer, {}}));
    CHECK(accounts.withdraw(world.camille, {{}, Role::admin, {}}));
    CHECK(accounts.memberships(world.camille).size() == 1);
    CHECK(accounts.memberships(world.dominique).empty());
}

TEST_CASE("only admins who can come in count as such") {
    AccountRows world;
    Accounts accounts(world.tx);
    CHECK(accounts.active_admins() == 0);
    accounts.grant(world.camille, {{}, Role::admin, {}});
    accounts.grant(world.dominique, {{}, Role::admin, {}});
    CHECK(accounts.active_admins() == 2);
    domain::Account gone = *accounts.find(world.dominique);
    gone.state = domain::AccountState::disabled;
    accounts.save(gone);
    CHECK(accounts.active_admins() == 1);
}

TEST_CASE("who acts for an organisation acts for the one it is merged into, once") {
    AccountRows world;
    Accounts accounts(world.tx);
    const auto from = world.organisation("Commune de Valbrume");
    const auto into = world.organisation("Ville de Valbrume");
    accounts.grant(world.camille, {from, Role::buyer, {}});
    accounts.grant(world.dominique, {from, Role::buyer, {}});
    accounts.grant(world.dominique, {into, Role::buyer, {}});
    store::Organisations(world.tx).merge(from, into);
    for (const auto id : {world.camille, world.dominique})
        CHECK(accounts.memberships(id) == std::vector<Membership>{{into, Role::buyer, {}}});
}

TEST_CASE("the base refuses what the rules refuse") {
    AccountRows world;
    CHECK_THROWS_AS(store::Accounts(world.tx).grant(world.camille, {{}, Role::buyer, {}}), core::Error);
    CHECK_THROWS_AS(world.add("Majuscules@valbrume.example", "X"), core::Error);
    CHECK_THROWS_AS(world.add("x@valbrume.example", ""), core::Error);
}
