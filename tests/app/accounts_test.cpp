// Accounts are invited, given roles and taken out of use by who manages them, and the journal says so without a name.
#include "clausier/app/accounts.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/account_world.hpp"
#include "clausier/app/access_tokens.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using core::ErrorKind;
using domain::AccountState;
using domain::InvitationKind;
using domain::Role;
using tests::AccountWorld;
using tests::refusal;

TEST_CASE("the first admin comes by a link, names themselves, and is the only first one") {
    AccountWorld world;
    CHECK_FALSE(app::has_accounts(world.base));
    const auto before = app::first_admin_link(world.terminal, world.base);
    const auto link = app::first_admin_link(world.terminal, world.base);
    CHECK(link.path() == "/invitation/" + link.token);
    CHECK(link.token.size() == 64);
    // The link before is void; nobody but the terminal makes one.
    CHECK_FALSE(app::open_link(world.base, before.token, world.clock));
    CHECK(refusal([&] { app::first_admin_link(world.stranger, world.base); }).kind() == ErrorKind::forbidden);
    CHECK(app::open_link(world.base, link.token, world.clock)->invitation.kind == InvitationKind::first_admin);
    const auto admin = app::accept_link(world.stranger, world.base, link.token,
                                        {"Alix@Valbrume.example", "Alix", AccountWorld::password});
    CHECK(admin.email == "alix@valbrume.example");
    CHECK(admin.state == AccountState::active);
    CHECK(admin.memberships == std::vector<domain::Membership>{{{}, Role::admin, {}}});
    CHECK(app::has_active_admin(world.base));
    CHECK(refusal([&] { app::first_admin_link(world.terminal, world.base); }).kind() == ErrorKind::conflict);
    CHECK_FALSE(app::open_link(world.base, link.token, world.clock));
}

TEST_CASE("an invitation makes an account that waits for its password, for a week") {
    AccountWorld world;
    std::string mailed;
    domain::Account account;
    account.email = "camille@valbrume.example";
    account.name = "Camille";
    account.memberships = {{world.organisation("Commune de Valbrume"), Role::buyer, {}}};
    const auto link = app::invite(world.terminal, world.base, account,
                                  [&](store::Transaction&, const app::AccountLink& made) { mailed = made.token; });
    CHECK(mailed == link.token);
    REQUIRE(link.account);
    CHECK(link.account->state == AccountState::invited);
    CHECK(link.expires == world.clock.now() + 24h * 7);
    const auto sheet = app::account_sheet(world.terminal, world.base, link.account->id);
    CHECK(sheet.link_expires == link.expires);
    REQUIRE(sheet.organisations.size() == 1);
    CHECK(sheet.organisations[0].name == "Commune de Valbrume");
    world.clock.instant += 24h * 7;
    CHECK_FALSE(app::open_link(world.base, link.token, world.clock));
    CHECK_FALSE(app::account_sheet(world.terminal, world.base, link.account->id).link_expires);
}

TEST_CASE("an invitation with faults makes nothing") {
    AccountWorld world;
    domain::Account account;
    account.email = "camille";
    CHECK(refusal([&] { app::invite(world.terminal, world.base, account); }).issues().size() == 2);
    account.email = "camille@valbrume.example";
    account.name = "Camille";
    CHECK(refusal([&] { app::invite(world.terminal, world.base, account); }).issues().front().where == "role");
    account.memberships = {{{99}, Role::buyer, {}}};
    CHECK(refusal([&] { app::invite(world.terminal, world.base, account); }).kind() == ErrorKind::not_found);
    account.memberships = {{{}, Role::buyer, {}}};
    CHECK(refusal([&] { app::invite(world.terminal, world.base, account); }).kind() == ErrorKind::invalid);
    CHECK_FALSE(app::has_accounts(world.base));
    const auto made = world.buyer();
    account.memberships = {{{}, Role::admin, {}}};
    CHECK(refusal([&] { app::invite(world.terminal, world.base, account); }).kind() == ErrorKind::conflict);
    CHECK(app::accounts(world.terminal, world.base).size() == 1);
    CHECK(made.state == AccountState::active);
}

TEST_CASE("only who manages accounts sees and changes them; one's own name and account are one's own") {
    AccountWorld world;
    const auto admin = world.admin();
    const auto buyer = world.buyer();
    const app::Session own = world.as(buyer.id);
    const auto forbidden = [&](const std::function<void()>& action) {
        CHECK(refusal(action).kind() == ErrorKind::forbidden);
    };
    forbidden([&] { app::accounts(own, world.base); });
    forbidden([&] { app::account_sheet(own, world.base, admin.id); });
    forbidden([&] { app::account_of_email(own, world.base, admin.email); });
    forbidden([&] { app::find_account(own, world.base, admin.id); });
    forbidden([&] { app::invite(own, world.base, {}); });
    forbidden([&] { app::renew_link(own, world.base, buyer.id); });
    forbidden([&] { app::grant(own, world.base, buyer.id, {{}, Role::admin, {}}); });
    forbidden([&] { app::withdraw(own, world.base, admin.id, {{}, Role::admin, {}}); });
    forbidden([&] { app::disable(own, world.base, admin.id); });
    forbidden([&] { app::enable(own, world.base, admin.id); });
    forbidden([&] { app::rename(own, world.base, admin.id, "X"); });
    forbidden([&] { app::accounts(world.stranger, world.base); });
    CHECK(app::find_account(own, world.base, buyer.id).email == buyer.email);
    CHECK(app::account_sheet(own, world.base, buyer.id).organisations.size() == 1);
    CHECK(app::rename(own, world.base, buyer.id, " Camille  V. ").name == "Camille V.");
    CHECK(app::account_of_email(world.as(admin.id), world.base, " CAMILLE@valbrume.example").id == buyer.id);
    CHECK(refusal([&] { app::account_of_email(world.terminal, world.base, "x@y.example"); }).kind() ==
          ErrorKind::not_found);
}

TEST_CASE("who manages accounts makes no link for their own account, nor takes their own second factor away") {
    AccountWorld world;
    const auto admin = world.admin();
    const auto other = world.admin("dominique");
    const app::Session own = world.as(admin.id);
    for (const auto& error : {refusal([&] { app::renew_link(own, world.base, admin.id); }),
                              refusal([&] { app::reset_second_factor(own, world.base, admin.id); })}) {
        CHECK(error.kind() == ErrorKind::forbidden);
        CHECK(error.issues().front().text.find("votre propre compte") != std::string::npos);
    }
    CHECK_NOTHROW(app::renew_link(own, world.base, other.id));
    CHECK_NOTHROW(app::reset_second_factor(own, world.base, other.id));
}

TEST_CASE("disabling ends sessions, links and tokens at once, and enabling gives none of them back") {
    AccountWorld world;
    world.admin();
    const auto buyer = world.buyer();
    const auto token = world.log_in("camille").token;
    REQUIRE(world.seen(token));
    domain::ApiToken script;
    script.label = "Export";
    script.expires = world.clock.now() + 24h;
    const auto made = app::create_token(world.as(buyer.id), world.base, script, AccountWorld::password);
    const auto link = app::renew_link(world.terminal, world.base, buyer.id);
    CHECK(link.kind == InvitationKind::password_reset);
    CHECK(app::disable(world.terminal, world.base, buyer.id).state == AccountState::disabled);
    const auto nothing = [&] {
        CHECK_FALSE(world.seen(token));
        CHECK_FALSE(app::token_bearer(world.base, made.text, world.clock));
        CHECK_FALSE(app::open_link(world.base, link.token, world.clock));
    };
    nothing();
    CHECK(world.log_in("camille").outcome == app::LoginAnswer::Outcome::refused);
    CHECK(refusal([&] { app::renew_link(world.terminal, world.base, buyer.id); }).kind() == ErrorKind::conflict);
    CHECK(app::enable(world.terminal, world.base, buyer.id).state == AccountState::active);
    nothing();
    CHECK(world.log_in("camille").outcome == app::LoginAnswer::Outcome::signed_in);
}

TEST_CASE("a role given or taken away ends the sessions and counts at once") {
    AccountWorld world;
    world.admin();
    const auto buyer = world.buyer();
    const auto opcs = world.organisation("Maison de l’emploi du Haut-Val");
    auto token = world.log_in("camille").token;
    const auto granted = app::grant(world.terminal, world.base, buyer.id, {opcs, Role::facilitator, {"73"}});
    CHECK(granted.memberships.size() == 2);
    CHECK_FALSE(world.seen(token));
    token = world.log_in("camille").token;
    CHECK(world.seen(token)->viewer.has(Role::facilitator));
    CHECK(world.seen(token)->must_enrol);
    CHECK(app::withdraw(world.terminal, world.base, buyer.id, {opcs, Role::facilitator, {}}).memberships.size() == 1);
    CHECK_FALSE(world.seen(token));
    CHECK(refusal([&] {
              app::withdraw(world.terminal, world.base, buyer.id, {opcs, Role::facilitator, {}});
          }).kind() == ErrorKind::not_found);
}

TEST_CASE("the last admin who can come in stays") {
    AccountWorld world;
    const auto first = world.admin("alix");
    const auto invited = world.invite("bertille", {{}, Role::admin, {}}).account.value();
    CHECK(refusal([&] { app::disable(world.terminal, world.base, first.id); }).kind() == ErrorKind::conflict);
    CHECK(refusal([&] {
              app::withdraw(world.terminal, world.base, first.id, {{}, Role::admin, {}});
          }).kind() == ErrorKind::conflict);
    // Who has not come in yet may go.
    CHECK(app::disable(world.terminal, world.base, invited.id).state == AccountState::disabled);
    world.admin("charlie");
    CHECK(app::disable(world.terminal, world.base, first.id).state == AccountState::disabled);
}

TEST_CASE("who comes by an identity provider becomes active without a password, unless disabled") {
    AccountWorld world;
    const auto link = world.invite("camille", {{}, Role::admin, {}});
    const auto id = link.account->id;
    CHECK(app::activate(world.stranger, world.base, id).state == AccountState::active);
    CHECK_FALSE(app::open_link(world.base, link.token, world.clock));
    CHECK(world.log_in("camille").outcome == app::LoginAnswer::Outcome::refused);
    world.admin();
    app::disable(world.terminal, world.base, id);
    CHECK(refusal([&] { app::activate(world.stranger, world.base, id); }).kind() == ErrorKind::forbidden);
    // Enabled again without a password it waits for a link, or for the provider.
    CHECK(app::enable(world.terminal, world.base, id).state == AccountState::invited);
}

TEST_CASE("the journal tells every change by numbers, never by a name, an address or a secret") {
    AccountWorld world;
    world.admin();
    const auto buyer = world.buyer();
    const auto answer = world.log_in("camille");
    world.log_in("camille", "un tout autre mot de passe");
    world.log_in("inconnue", "un tout autre mot de passe");
    app::rename(world.as(buyer.id), world.base, buyer.id, "Zébulon");
    app::disable(world.terminal, world.base, buyer.id);
    const std::string told = world.journal();
    const std::string subject = " compte/" + std::to_string(buyer.id.value);
    for (const char* action : {"compte.inviter", "compte.mot-de-passe", "connexion.ouvrir", "connexion.refuser",
                               "compte.modifier", "compte.desactiver"})
        CHECK(told.find(action + subject) != std::string::npos);
    CHECK(told.find("connexion.refuser compte/inconnu") != std::string::npos);
    for (const std::string& secret :
         {std::string("amille"), std::string("alix"), std::string("Zébulon"), std::string("inconnue"),
          std::string("valbrume"), std::string("cheval"), answer.token})
        CHECK(told.find(secret) == std::string::npos);
}
