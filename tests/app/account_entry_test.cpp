// Who may do what to an account, and how links and the journal name it.
#include "account_entry.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/account_world.hpp"

using namespace clausier;
using core::ErrorKind;
using tests::AccountWorld;
using tests::refusal;

TEST_CASE("accounts are managed by admins and by the terminal; one's own is for who has one") {
    AccountWorld world;
    const auto admin = world.admin();
    const auto buyer = world.buyer();
    CHECK_NOTHROW(app::require_manager(world.terminal));
    CHECK_NOTHROW(app::require_manager(world.as(admin.id)));
    CHECK(refusal([&] { app::require_manager(world.as(buyer.id)); }).kind() == ErrorKind::forbidden);
    CHECK(refusal([&] { app::require_manager(world.stranger); }).kind() == ErrorKind::forbidden);
    CHECK(app::own_account(world.as(buyer.id)) == buyer.id);
    CHECK(refusal([&] { static_cast<void>(app::own_account(world.terminal)); }).kind() == ErrorKind::forbidden);
    CHECK_NOTHROW(app::require_own_or_manager(world.as(buyer.id), buyer.id));
    CHECK(refusal([&] { app::require_own_or_manager(world.as(buyer.id), admin.id); }).kind() == ErrorKind::forbidden);
    store::Transaction tx = world.base.read();
    CHECK(refusal([&] { app::require_account(tx, {99}); }).kind() == ErrorKind::not_found);
}

TEST_CASE("a link made again makes the one before void, and what is kept of it is not the link") {
    AccountWorld world;
    const auto buyer = world.buyer();
    store::Transaction tx = world.base.write();
    const auto make = [&] {
        return app::make_link(tx, world.terminal, domain::InvitationKind::password_reset, buyer, {});
    };
    const auto first = make(), second = make();
    CHECK(first.token != second.token);
    CHECK(tx.value<int>("SELECT count(*) FROM invitations WHERE used_at IS NULL") == 1);
    CHECK(tx.value<std::string>("SELECT token_hash FROM invitations WHERE used_at IS NULL") ==
          app::token_hash(second.token));
    CHECK(app::token_hash(second.token) != second.token);
}

TEST_CASE("the journal names an account by its number, nobody's by none, and the account itself when it acts") {
    AccountWorld world;
    {
        store::Transaction tx = world.base.write();
        app::tell(tx, world.terminal, "essai", {7});
        app::tell(tx, world.stranger, "essai", {});
        app::tell_own(tx, world.stranger, "essai", {7}, "détail");
        tx.commit();
    }
    CHECK(world.journal() == "compte/7 essai compte/7 détail\nanonyme essai compte/inconnu \ncli essai compte/7 \n");
}

TEST_CASE("a password is judged with the name of the installation") {
    AccountWorld world;
    store::Transaction tx = world.base.read();
    CHECK_FALSE(app::password_faults(tx, "clausier clausier", "", "").empty());
    CHECK(app::password_faults(tx, AccountWorld::password, "a@b.example", "Alix").empty());
}
