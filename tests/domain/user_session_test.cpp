// Access tokens do less than their account, for a time; links know what they are for.
#include "clausier/domain/user_session.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace std::chrono_literals;
using domain::Action;
using domain::ApiToken;
using domain::TokenScope;

TEST_CASE("a token that only reads changes nothing, whatever the list of its actions") {
    const TokenScope reading{true, {}};
    for (const domain::Grant& row : domain::grants) {
        INFO(row.code);
        if (row.changes) CHECK_FALSE(reading.allows(row.action));
    }
    CHECK(reading.allows(Action::market_read));
    CHECK(reading.allows(Action::open));
    CHECK_FALSE(TokenScope{true, {Action::market_write}}.allows(Action::market_write));
}

TEST_CASE("a list of actions is all that a token may do; accounts are for people") {
    const TokenScope listed{false, {Action::market_read, Action::market_write}};
    CHECK(listed.allows(Action::market_write));
    CHECK_FALSE(listed.allows(Action::enquiry_read));
    const TokenScope everything{false, {}};
    CHECK(everything.allows(Action::market_write));
    CHECK_FALSE(everything.allows(Action::account_manage));
    CHECK_FALSE(everything.allows(Action::own_account));
}

TEST_CASE("a token says what it is for and ends within a year") {
    const core::Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2}};
    ApiToken token;
    token.label = "  Export   du lundi ";
    token.expires = now + 24h * 365;
    token.scope.actions = {Action::market_read, Action::contract_read, Action::market_read};
    domain::tidy(token);
    CHECK(token.label == "Export du lundi");
    CHECK(token.scope.actions.size() == 2);
    CHECK(domain::faults(token, now).empty());
    const auto where = [&](ApiToken changed) {
        const auto faults = domain::faults(changed, now);
        return faults.empty() ? std::string() : faults.front().where;
    };
    ApiToken changed = token;
    changed.expires += 1s;
    CHECK(where(changed) == "expire_le");
    changed.expires = now;
    CHECK(where(changed) == "expire_le");
    changed = token;
    changed.label = "";
    CHECK(where(changed) == "libelle");
    changed = token;
    changed.scope.actions.push_back(Action::account_manage);
    CHECK(where(changed) == "actions");
}

TEST_CASE("kinds of links have a code that gives them back") {
    using domain::InvitationKind;
    for (const auto kind : {InvitationKind::first_admin, InvitationKind::invitation, InvitationKind::password_reset})
        CHECK(domain::invitation_kind(domain::code(kind)) == kind);
    CHECK_FALSE(domain::invitation_kind("autre"));
}
