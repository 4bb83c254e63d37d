// The second factor is set up by a first code, saved by recovery codes, and its secret is unreadable in the base.
#include "clausier/app/second_factor.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "app/account_world.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using core::ErrorKind;
using Outcome = app::LoginAnswer::Outcome;
using tests::AccountWorld;
using tests::refusal;

TEST_CASE("a second factor is in place once its first code was right") {
    AccountWorld world;
    const auto admin = world.admin();
    CHECK(refusal([&] { app::pending_enrolment(world.as(admin.id), world.base); }).kind() == ErrorKind::not_found);
    const auto seen = app::begin_enrolment(world.as(admin.id), world.base);
    const auto begun = app::begin_enrolment(world.as(admin.id), world.base);
    CHECK(begun.uri.starts_with("otpauth://totp/Clausier:alix%40valbrume.example?secret=" + begun.secret));
    // Whoever saw the one before it has nothing.
    CHECK(seen.secret != begun.secret);
    CHECK(app::pending_enrolment(world.as(admin.id), world.base).secret == begun.secret);
    CHECK(refusal([&] {
              app::confirm_enrolment(world.as(admin.id), world.base,
                                     core::one_time_code(seen.secret, world.clock.now()));
          })
              .issues()
              .front()
              .where == "code");
    CHECK(refusal([&] { app::confirm_enrolment(world.as(admin.id), world.base, "000000"); }).issues().front().where ==
          "code");
    CHECK(world.log_in("alix").outcome == Outcome::signed_in);
    const auto codes =
        app::confirm_enrolment(world.as(admin.id), world.base, core::one_time_code(begun.secret, world.clock.now()));
    CHECK(codes.size() == 10);
    // 128 bits each.
    CHECK(std::count_if(codes[0].begin(), codes[0].end(), [](char c) { return c != '-'; }) == 32);
    CHECK(app::recovery_codes_left(world.base, admin.id) == 10);
    CHECK(world.log_in("alix").outcome == Outcome::code_needed);
    CHECK(refusal([&] { app::begin_enrolment(world.as(admin.id), world.base); }).kind() == ErrorKind::conflict);
    CHECK(refusal([&] { app::confirm_enrolment(world.as(admin.id), world.base, "000000"); }).kind() ==
          ErrorKind::not_found);
    auto tx = world.base.read();
    CHECK(tx.value<std::string>("SELECT sealed_secret FROM second_factors").find(begun.secret) == std::string::npos);
}

TEST_CASE("a recovery code opens once, in any case and without its dashes") {
    AccountWorld world;
    const auto admin = world.admin();
    const auto begun = app::begin_enrolment(world.as(admin.id), world.base);
    auto codes =
        app::confirm_enrolment(world.as(admin.id), world.base, core::one_time_code(begun.secret, world.clock.now()));
    const auto open = [&](const std::string& code) {
        return app::give_code(world.stranger, world.base, world.log_in("alix").token, code).outcome;
    };
    CHECK(open(codes[0]) == Outcome::signed_in);
    CHECK(open(codes[0]) == Outcome::refused);
    std::string typed = codes[1];
    for (char& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    CHECK(open(typed) == Outcome::signed_in);
    CHECK(app::recovery_codes_left(world.base, admin.id) == 8);
    CHECK(world.journal().find("connexion.ouvrir compte/1 code de secours") != std::string::npos);
    // New ones stand in for the old ones, against a one-time code: a recovery code will not do.
    CHECK(refusal([&] { app::renew_recovery_codes(world.as(admin.id), world.base, codes[2]); }).kind() ==
          ErrorKind::invalid);
    world.clock.instant += 30s;
    const auto fresh =
        app::renew_recovery_codes(world.as(admin.id), world.base, core::one_time_code(begun.secret, world.clock.now()));
    CHECK(open(codes[2]) == Outcome::refused);
    CHECK(open(fresh[0]) == Outcome::signed_in);
}

TEST_CASE("it is taken away against a code, or by who manages accounts, and ends the sessions") {
    AccountWorld world;
    const auto admin = world.admin();
    std::string secret = world.enrol(admin.id);
    CHECK(refusal([&] { app::remove_second_factor(world.as(admin.id), world.base, "000000"); }).kind() ==
          ErrorKind::invalid);
    auto token = app::open_session(world.stranger, world.base, admin.id, "", "", true);
    app::remove_second_factor(world.as(admin.id), world.base, core::one_time_code(secret, world.clock.now()));
    CHECK_FALSE(world.seen(token));
    CHECK(app::recovery_codes_left(world.base, admin.id) == 0);
    world.clock.instant += 30s;
    world.enrol(admin.id);
    const auto buyer = world.buyer();
    CHECK(refusal([&] { app::reset_second_factor(world.as(buyer.id), world.base, admin.id); }).kind() ==
          ErrorKind::forbidden);
    app::reset_second_factor(world.terminal, world.base, admin.id);
    CHECK(world.seen(world.log_in("alix").token)->must_enrol);
}
