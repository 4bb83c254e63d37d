// Accounts have an address, a name and roles that make sense.
#include "clausier/domain/account.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/rights.hpp"

using namespace clausier;
using domain::AccountState;
using domain::Membership;
using domain::Role;

TEST_CASE("states have a code that gives them back and words for people") {
    for (const AccountState state : {AccountState::invited, AccountState::active, AccountState::disabled}) {
        CHECK(domain::account_state(domain::code(state)) == state);
        CHECK_FALSE(domain::label(state).empty());
    }
    CHECK_FALSE(domain::account_state("parti"));
}

TEST_CASE("an address is lower case, with a name and a domain") {
    CHECK(*domain::parse_email("  Camille.Vasseur+csi@Valbrume.Example ") == "camille.vasseur+csi@valbrume.example");
    for (const char* text :
         {"", "camille", "@valbrume.example", "camille@", "camille@valbrume", "a b@valbrume.example",
          "a@b@valbrume.example", ".a@valbrume.example", "a..b@valbrume.example", "a@-b.example", "a@b..example",
          "a@valbrume.example\r\nBcc: b@c.example", "a<b>@valbrume.example", "é@valbrume.example"}) {
        INFO(text);
        const auto read = domain::parse_email(text);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == "courriel");
    }
    CHECK_FALSE(domain::parse_email(std::string(65, 'a') + "@valbrume.example").has_value());
}

TEST_CASE("an account says who it is") {
    domain::Account account;
    account.email = " Camille@Valbrume.example";
    account.name = "  Camille   Vasseur ";
    domain::tidy(account);
    CHECK(account.email == "camille@valbrume.example");
    CHECK(account.name == "Camille Vasseur");
    CHECK(domain::faults(account).empty());
    account = {};
    const auto faults = domain::faults(account);
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].where == "courriel");
    CHECK(faults[1].where == "nom");
    account.name = std::string(101, 'a');
    CHECK(domain::faults(account).back().where == "nom");
}

TEST_CASE("a membership fits its role") {
    const domain::Id<domain::Organisation> somebody{4};
    CHECK(domain::faults(Membership{{}, Role::admin, {}}).empty());
    CHECK(domain::faults(Membership{somebody, Role::facilitator, {"01", "2A", "974"}}).empty());
    CHECK(domain::faults(Membership{somebody, Role::network, {}}).empty());
    const auto where = [](const Membership& membership) {
        const auto faults = domain::faults(membership);
        return faults.empty() ? std::string() : faults.front().where;
    };
    CHECK(where({somebody, Role::admin, {}}) == "organisation");
    CHECK(where({{}, Role::buyer, {}}) == "organisation");
    CHECK(where({somebody, Role::buyer, {"01"}}) == "departements");
    CHECK(where({somebody, Role::facilitator, {"Ain"}}) == "departements");
    CHECK(where({somebody, Role::facilitator, {"00"}}) == "departements");
}

TEST_CASE("admins and facilitators prove who they are twice, the others need not") {
    for (const Role role : domain::all_roles)
        CHECK(domain::needs_second_factor({{{}, Role::buyer, {}}, {{}, role, {}}}) ==
              (role == Role::admin || role == Role::facilitator));
    CHECK_FALSE(domain::needs_second_factor({}));
}
