// Coming in takes every proof, in a time that tells nothing; sessions end when they must.
#include "clausier/app/login.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>

#include "app/account_world.hpp"
#include "attempts.hpp"
#include "clausier/core/password.hpp"
#include "clausier/store/accounts.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using core::ErrorKind;
using Outcome = app::LoginAnswer::Outcome;
using tests::AccountWorld;
using tests::refusal;

TEST_CASE("the right password opens a session that says who it is; the base keeps no token") {
    AccountWorld world;
    const auto buyer = world.buyer();
    const auto answer = world.log_in("camille");
    CHECK(answer.outcome == Outcome::signed_in);
    const auto seen = world.seen(answer.token);
    REQUIRE(seen);
    CHECK(seen->account == buyer.id);
    CHECK(seen->actor() == "compte/" + std::to_string(buyer.id.value));
    CHECK(seen->name == "camille");
    CHECK(seen->viewer.account == buyer.id);
    CHECK_FALSE(seen->viewer.whole);
    CHECK(seen->viewer.has(domain::Role::buyer));
    CHECK_FALSE(seen->needs_second_factor);
    CHECK_FALSE(seen->must_enrol);
    CHECK_FALSE(world.seen(""));
    CHECK_FALSE(world.seen(std::string(64, 'a')));
    auto tx = world.base.read();
    CHECK(tx.value<std::string>("SELECT token_hash FROM user_sessions") != answer.token);
    CHECK(tx.value<std::string>("SELECT peer || ' ' || agent FROM user_sessions") == "203.0.113.x curl");
}

TEST_CASE("a password kept with less work than today is kept anew by the log-in that proves it") {
    AccountWorld world;
    const auto buyer = world.buyer();
    // AccountWorld::password in one pass of 8 MiB.
    const std::string weak =
        "$argon2id$v=19$m=8192,t=1,p=1$uB7g/kxVIvpLViCLJLcamw$0oDU0/yWxmKWS7uEzOsgRUYaHIilP87EjE26XDwv+DQ";
    const auto kept = [&] {
        store::Transaction tx = world.base.read();
        return store::Accounts(tx).password_hash(buyer.id).value();
    };
    {
        store::Transaction tx = world.base.write();
        store::Accounts(tx).set_password(buyer.id, weak);
        tx.commit();
    }
    CHECK(world.log_in("camille", "pas le bon mot de passe").outcome == Outcome::refused);
    CHECK(kept() == weak);
    CHECK(world.log_in("camille").outcome == Outcome::signed_in);
    CHECK_FALSE(core::needs_rehash(kept()));
    CHECK(world.log_in("camille").outcome == Outcome::signed_in);
}

TEST_CASE("a wrong password, an unknown address and an account not open yet are answered alike") {
    AccountWorld world;
    world.buyer();
    world.invite("dominique", {{}, domain::Role::admin, {}});
    for (const auto& answer : {world.log_in("camille", "pas le bon mot de passe"), world.log_in("personne"),
                               world.log_in("dominique"), world.log_in("camille", "")}) {
        CHECK(answer.outcome == Outcome::refused);
        CHECK(answer.token.empty());
    }
}

TEST_CASE("an unknown address takes as long as a wrong password") {
    AccountWorld world;
    world.buyer();
    world.log_in("personne");
    const auto took = [&](const char* name) {
        auto least = std::chrono::nanoseconds::max();
        for (int i = 0; i < 4; ++i) {
            const auto start = std::chrono::steady_clock::now();
            world.log_in(name, "pas le bon mot de passe");
            least = std::min(least, std::chrono::nanoseconds(std::chrono::steady_clock::now() - start));
        }
        return std::chrono::duration<double>(least).count();
    };
    const double known = took("camille"), unknown = took("personne");
    CHECK(unknown > known * 0.5);
    CHECK(unknown < known * 2);
}

TEST_CASE("after ten failures one waits, the right password included, and never forever") {
    AccountWorld world;
    world.buyer();
    for (int i = 0; i < 10; ++i)
        CHECK(world.log_in("camille", "pas le bon mot de passe", "198.51.100." + std::to_string(i)).outcome ==
              Outcome::refused);
    const auto answer = world.log_in("camille", AccountWorld::password, "192.0.2.9");
    CHECK(answer.outcome == Outcome::wait);
    CHECK(answer.wait == 30s);
    CHECK(app::wait_sentence(answer.wait) == "trop d’essais ont échoué\u00a0; réessayez dans 30 s");
    CHECK(app::wait_sentence(90s) == "trop d’essais ont échoué\u00a0; réessayez dans 2 minutes");
    world.clock.instant += 30s;
    CHECK(world.log_in("camille").outcome == Outcome::signed_in);
    // The count starts anew.
    CHECK(world.log_in("camille", "pas le bon mot de passe").outcome == Outcome::refused);
    CHECK(world.log_in("camille").outcome == Outcome::signed_in);
}

TEST_CASE("one address that tries many accounts waits too; another address does not") {
    AccountWorld world;
    world.buyer();
    const auto spend = [&](const char* peer) {
        store::Transaction tx = world.base.write();
        while (app::count_attempt(tx, {app::address_attempt(world.base, peer)}, world.clock.now()) == 0s) {
        }
        tx.commit();
    };
    spend("203.0.113.7");
    CHECK(world.log_in("camille", AccountWorld::password, "203.0.113.7").outcome == Outcome::wait);
    CHECK(world.log_in("camille", AccountWorld::password, "192.0.2.9").outcome == Outcome::signed_in);
    // One machine has many IPv6 addresses.
    spend("2001:db8:1::1");
    CHECK(world.log_in("camille", AccountWorld::password, "2001:db8:1:2::99").outcome == Outcome::wait);
}

TEST_CASE("ten typos of colleagues behind one address make nobody wait, nor do those who come in well") {
    AccountWorld world;
    world.buyer();
    const char* office = "192.0.2.10";
    for (int i = 0; i < 10; ++i)
        CHECK(world.log_in("personne" + std::to_string(i), "un mot de passe", office).outcome == Outcome::refused);
    const auto failures = [&] {
        const auto address = app::address_attempt(world.base, office);
        store::Transaction tx = world.base.read();
        return store::LoginAttempts(tx).failures(address.kind, address.tag);
    };
    const auto before = failures();
    CHECK(before.count == 10);
    world.clock.instant += 20s;
    for (int i = 0; i < 12; ++i)
        CHECK(world.log_in("camille", AccountWorld::password, office).outcome == Outcome::signed_in);
    CHECK(failures().count == 10);
    // A success does not make the failures younger.
    CHECK(failures().last == before.last);
    world.clock.instant += 1h;
    CHECK(world.log_in("camille", AccountWorld::password, office).outcome == Outcome::signed_in);
    CHECK(failures().count == 0);
}

TEST_CASE("with a second factor the session waits for the code, and opens nothing before it") {
    AccountWorld world;
    const auto admin = world.admin();
    CHECK(world.seen(world.log_in("alix").token)->must_enrol);
    const std::string secret = world.enrol(admin.id);
    const auto first = world.log_in("alix");
    CHECK(first.outcome == Outcome::code_needed);
    REQUIRE(world.seen(first.token));
    CHECK(world.seen(first.token)->needs_second_factor);
    CHECK(app::give_code(world.stranger, world.base, first.token, "000000").outcome == Outcome::refused);
    const std::string code = core::one_time_code(secret, world.clock.now());
    CHECK(app::give_code(world.stranger, world.base, std::string(64, 'a'), code).outcome == Outcome::refused);
    const auto second = app::give_code(world.stranger, world.base, first.token, code);
    CHECK(second.outcome == Outcome::signed_in);
    CHECK_FALSE(world.seen(first.token));
    CHECK_FALSE(world.seen(second.token)->needs_second_factor);
    CHECK(world.seen(second.token)->second_factor_enrolled);
    CHECK_FALSE(world.seen(second.token)->must_enrol);
    // The same code does not serve again.
    const auto again = world.log_in("alix");
    CHECK(app::give_code(world.stranger, world.base, again.token, code).outcome == Outcome::refused);
    world.clock.instant += 10min;
    CHECK_FALSE(world.seen(again.token));
    CHECK(app::give_code(world.stranger, world.base, again.token, core::one_time_code(secret, world.clock.now()))
              .outcome == Outcome::refused);
}

TEST_CASE("codes are not guessed: after ten one waits") {
    AccountWorld world;
    const auto admin = world.admin();
    const std::string secret = world.enrol(admin.id);
    const auto token = world.log_in("alix").token;
    for (int i = 0; i < 10; ++i)
        CHECK(app::give_code(world.stranger, world.base, token, "000000").outcome == Outcome::refused);
    const auto right = [&] { return core::one_time_code(secret, world.clock.now()); };
    CHECK(app::give_code(world.stranger, world.base, token, right()).outcome == Outcome::wait);
    world.clock.instant += 30s;
    CHECK(app::give_code(world.stranger, world.base, token, right()).outcome == Outcome::signed_in);
}

TEST_CASE("a provider's proof opens a session too, which awaits the code where there is one") {
    AccountWorld world;
    const auto admin = world.admin();
    world.enrol(admin.id);
    const auto open = [&](bool code_given) {
        return world.seen(
            app::open_session(world.stranger, world.base, admin.id, "203.0.113.7", "Firefox", code_given));
    };
    CHECK(open(false)->needs_second_factor);
    CHECK_FALSE(open(true)->needs_second_factor);
    const auto invited = world.invite("dominique", {{}, domain::Role::admin, {}}).account->id;
    CHECK(refusal([&] { app::open_session(world.stranger, world.base, invited, "", ""); }).kind() ==
          ErrorKind::forbidden);
}

TEST_CASE("a session sleeps half an hour, lasts eight, and a clock put back does not bring it back") {
    AccountWorld world;
    world.buyer();
    const auto token = world.log_in("camille").token;
    const auto start = world.clock.instant;
    world.clock.instant = start + 29min;
    REQUIRE(world.seen(token));
    app::touch_session(world.base, world.seen(token)->session, world.clock);
    world.clock.instant = start + 58min;
    CHECK(world.seen(token));
    world.clock.instant = start + 59min;
    CHECK_FALSE(world.seen(token));
    world.clock.instant = start - 24h;
    CHECK_FALSE(world.seen(token));
    world.clock.instant = start;
    const auto busy = world.log_in("camille").token;
    for (auto passed = 20min; passed < 8h; passed += 20min) {
        world.clock.instant = start + passed;
        REQUIRE(world.seen(busy));
        app::touch_session(world.base, world.seen(busy)->session, world.clock);
    }
    world.clock.instant = start + 8h;
    CHECK_FALSE(world.seen(busy));
}

TEST_CASE("one sees and ends one's own sessions, and no other's") {
    AccountWorld world;
    const auto camille = world.buyer("camille");
    const auto dominique = world.buyer("dominique");
    const auto one = world.log_in("camille").token, two = world.log_in("camille").token;
    const auto theirs = world.log_in("dominique").token;
    const app::Session own = world.as(camille.id);
    CHECK(app::sessions(own, world.base, camille.id).size() == 2);
    CHECK(refusal([&] { app::sessions(own, world.base, dominique.id); }).kind() == ErrorKind::forbidden);
    CHECK(refusal([&] { app::end_session(own, world.base, world.seen(theirs)->session); }).kind() ==
          ErrorKind::not_found);
    CHECK(world.seen(theirs));
    app::end_session(own, world.base, world.seen(one)->session);
    CHECK_FALSE(world.seen(one));
    app::log_out(own, world.base, two);
    CHECK_FALSE(world.seen(two));
    app::log_out(own, world.base, two);
    CHECK(app::end_sessions(world.terminal, world.base, dominique.id) == 1);
    CHECK_FALSE(world.seen(theirs));
    CHECK(refusal([&] { app::end_sessions(own, world.base, dominique.id); }).kind() == ErrorKind::forbidden);
}

TEST_CASE("what ended a week ago is forgotten, what is open stays") {
    AccountWorld world;
    world.buyer();
    world.log_in("camille");
    world.log_in("personne", "un mot de passe");
    world.clock.instant += 24h * 8;
    const auto open = world.log_in("camille").token;
    CHECK(app::forget_ended(world.base, world.clock) > 0);
    CHECK(world.seen(open));
    auto tx = world.base.read();
    CHECK(tx.value<int>("SELECT count(*) FROM user_sessions") == 1);
}
