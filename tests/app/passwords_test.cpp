// Passwords are chosen by a link or by the one before, and asking for a link teaches nothing.
#include "clausier/app/passwords.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/account_world.hpp"
#include "clausier/app/access_tokens.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using core::ErrorKind;
using domain::AccountState;
using Outcome = app::LoginAnswer::Outcome;
using tests::AccountWorld;
using tests::refusal;

namespace {

constexpr const char* other = "la pluie tombe sur les toits";

}  // namespace

TEST_CASE("a link sets a good password once; a bad one leaves the link open") {
    AccountWorld world;
    const auto link = world.invite("camille", {{}, domain::Role::admin, {}});
    const auto accept = [&](std::string name, std::string password) {
        return app::accept_link(world.stranger, world.base, link.token, {"autre@haut-val.example", name, password});
    };
    CHECK(refusal([&] { accept("Camille", "trop court"); }).issues().front().where == "mot_de_passe");
    CHECK(refusal([&] { accept("Camille", "camille@valbrume.example"); }).issues().front().where == "mot_de_passe");
    CHECK(refusal([&] { accept("", other); }).issues().front().where == "nom");
    const auto account = accept("Camille V.", other);
    // The address is the one that was invited, whatever is sent.
    CHECK(account.email == "camille@valbrume.example");
    CHECK(account.name == "Camille V.");
    CHECK(account.state == AccountState::active);
    CHECK(refusal([&] { accept("Camille", other); }).kind() == ErrorKind::not_found);
    CHECK(world.log_in("camille", other).outcome == Outcome::signed_in);
}

TEST_CASE("a link that was never given opens nothing") {
    AccountWorld world;
    for (const char* token : {"", "0", "' OR 1=1 --"}) CHECK_FALSE(app::open_link(world.base, token, world.clock));
    CHECK(refusal([&] {
              app::accept_link(world.stranger, world.base, std::string(64, '0'), {"", "X", other});
          }).kind() == ErrorKind::not_found);
}

TEST_CASE("a forgotten password is replaced by a link of one hour, which ends the sessions") {
    AccountWorld world;
    world.buyer();
    const auto session = world.log_in("camille").token;
    std::vector<app::AccountLink> sent;
    const app::SendLink send = [&](store::Transaction&, const app::AccountLink& link) { sent.push_back(link); };
    app::ask_reset(world.stranger, world.base, "Camille@valbrume.example", "203.0.113.7", send);
    app::ask_reset(world.stranger, world.base, "camille@valbrume.example", "203.0.113.7", send);
    REQUIRE(sent.size() == 2);
    CHECK(sent[1].path() == "/mot-de-passe/" + sent[1].token);
    CHECK(sent[1].expires == world.clock.now() + 1h);
    CHECK_FALSE(app::open_link(world.base, sent[0].token, world.clock));
    CHECK(world.seen(session));
    app::accept_link(world.stranger, world.base, sent[1].token, {"", "Ignoré", other});
    CHECK_FALSE(world.seen(session));
    CHECK(world.log_in("camille").outcome == Outcome::refused);
    CHECK(world.log_in("camille", other).outcome == Outcome::signed_in);
    CHECK(app::accounts(world.terminal, world.base).front().account.name == "camille");
}

TEST_CASE("nobody learns by asking whether an address is an account's, and nobody asks without end") {
    AccountWorld world;
    world.buyer();
    world.invite("dominique", {{}, domain::Role::admin, {}});
    int sent = 0;
    const app::SendLink send = [&](store::Transaction&, const app::AccountLink&) { ++sent; };
    for (const char* email : {"personne@valbrume.example", "pas une adresse", "dominique@valbrume.example"})
        CHECK_NOTHROW(app::ask_reset(world.stranger, world.base, email, "203.0.113.7", send));
    CHECK(sent == 0);
    for (int i = 0; i < 10; ++i)
        app::ask_reset(world.stranger, world.base, "camille@valbrume.example", "198.51.100." + std::to_string(i), send);
    CHECK(sent == 10);
    const auto error =
        refusal([&] { app::ask_reset(world.stranger, world.base, "camille@valbrume.example", "192.0.2.1", send); });
    CHECK(error.kind() == ErrorKind::unavailable);
    CHECK(error.issues().front().text.find("30 s") != std::string::npos);
    CHECK(sent == 10);
}

TEST_CASE("one's own password is changed against the one before, and ends the other sessions") {
    AccountWorld world;
    const auto buyer = world.buyer();
    const auto here = world.log_in("camille").token;
    const auto elsewhere = world.log_in("camille").token;
    const auto change = [&](const char* current, const char* password) {
        app::change_password(world.as(buyer.id), world.base, current, password, world.seen(here)->session);
    };
    CHECK(refusal([&] { change("pas le bon mot de passe", other); }).issues().front().where == "mot_de_passe_actuel");
    CHECK(refusal([&] { change(AccountWorld::password, "court"); }).issues().front().where == "mot_de_passe");
    CHECK(world.seen(elsewhere));
    change(AccountWorld::password, other);
    CHECK(world.seen(here));
    CHECK_FALSE(world.seen(elsewhere));
    CHECK(world.log_in("camille", other).outcome == Outcome::signed_in);
    CHECK(refusal([&] { app::change_password(world.stranger, world.base, other, other); }).kind() ==
          ErrorKind::forbidden);
}

TEST_CASE("a new password, changed or reset, ends the access tokens, and the journal says so") {
    AccountWorld world;
    const auto buyer = world.buyer();
    const auto make = [&](std::string_view password = AccountWorld::password) {
        domain::ApiToken script;
        script.label = "Export";
        script.expires = world.clock.now() + 24h;
        return app::create_token(world.as(buyer.id), world.base, script, password).text;
    };
    const auto opens = [&](const std::string& token) {
        return app::token_bearer(world.base, token, world.clock).has_value();
    };
    const std::string first = make();
    CHECK_THROWS_AS(app::change_password(world.as(buyer.id), world.base, "pas le bon mot de passe", other),
                    core::Error);
    CHECK(opens(first));
    app::change_password(world.as(buyer.id), world.base, AccountWorld::password, other);
    CHECK_FALSE(opens(first));
    CHECK(world.journal().find("jeton.retirer") != std::string::npos);
    const std::string second = make(other);
    REQUIRE(opens(second));
    const auto link = app::renew_link(world.terminal, world.base, buyer.id);
    CHECK(opens(second));
    app::accept_link(world.stranger, world.base, link.token, {"", "", AccountWorld::password});
    CHECK_FALSE(opens(second));
}

TEST_CASE("a stolen session does not guess the password") {
    AccountWorld world;
    const auto buyer = world.buyer();
    const auto guess = [&] {
        return refusal([&] { app::change_password(world.as(buyer.id), world.base, "au hasard", other); }).kind();
    };
    for (int i = 0; i < 10; ++i) CHECK(guess() == ErrorKind::invalid);
    CHECK(guess() == ErrorKind::unavailable);
    CHECK(refusal([&] {
              app::change_password(world.as(buyer.id), world.base, AccountWorld::password, other);
          }).kind() == ErrorKind::unavailable);
}
