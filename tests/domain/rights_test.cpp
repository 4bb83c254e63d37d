// The table of rights: who may what, and the words it is told in.
#include "clausier/domain/rights.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace clausier::domain;

namespace {

Viewer with(std::initializer_list<Membership> memberships) { return {false, Id<Account>{1}, memberships}; }

Membership as(Role role, std::int64_t organisation = 1) { return {{organisation}, role, {}}; }

}  // namespace

TEST_CASE("each action has a code and a label of its own, and the code leads back to it") {
    std::set<std::string_view> codes;
    std::set<std::string_view> labels;
    for (const Grant& row : grants) {
        CAPTURE(row.code);
        CHECK(codes.insert(row.code).second);
        CHECK(labels.insert(row.label).second);
        CHECK(action_of(row.code) == row.action);
    }
    CHECK_FALSE(action_of("tout"));
    CHECK(action_code(Action::market_read) == "marches.lire");
    CHECK(action_label(Action::market_read) == "consulter les marchés");
}

TEST_CASE("every action but one's own account and the open pages is some role's, and every role has some") {
    for (const Grant& row : grants) {
        const bool of_all = row.action == Action::open || row.action == Action::own_account;
        CHECK(who_may(row.action).empty() == false);
        bool given = false;
        for (const Role role : all_roles) given = given || gives(role, row.action);
        CAPTURE(row.code);
        CHECK(given != of_all);
    }
    for (const Role role : all_roles) {
        bool some = false;
        for (const Grant& row : grants) some = some || gives(role, row.action);
        CAPTURE(role_code(role));
        CHECK(some);
    }
}

TEST_CASE("who reads alone never changes anything: a network has no right that changes") {
    for (const Grant& row : grants)
        if (row.changes) CHECK_FALSE(gives(Role::network, row.action));
}

TEST_CASE("nobody in particular has the open pages alone, an account its own besides, the owner of the machine all") {
    const Viewer nobody;
    const Viewer bare{false, Id<Account>{3}, {}};
    for (const Grant& row : grants) {
        CAPTURE(row.code);
        CHECK(may(nobody, row.action) == (row.action == Action::open));
        CHECK(may(bare, row.action) == (row.action == Action::open || row.action == Action::own_account));
        CHECK(may(Viewer::everything(), row.action));
    }
}

TEST_CASE("an account may what one of its memberships may") {
    const Viewer both = with({as(Role::company), as(Role::buyer, 2)});
    CHECK(may(both, Action::market_write));
    CHECK(may(both, Action::person_names));
    CHECK_FALSE(may(both, Action::journal_read));
}

TEST_CASE("an account acts by the memberships that give the action, and by no other") {
    const Viewer both = with({as(Role::company), as(Role::buyer, 2)});
    CHECK(acting(both, Action::market_write).memberships == std::vector{as(Role::buyer, 2)});
    CHECK(acting(both, Action::person_names).memberships == std::vector{as(Role::company)});
    CHECK(acting(both, Action::market_read).memberships.size() == 2);
    CHECK(acting(both, Action::open).memberships.size() == 2);
    CHECK(acting(both, Action::account_manage).memberships.empty());
    CHECK(acting(Viewer::everything(), Action::account_manage).whole);
}

TEST_CASE("roles have a code and words, and a right is told with the roles that give it") {
    for (const Role role : all_roles) CHECK(role_of(role_code(role)) == role);
    CHECK_FALSE(role_of("chef"));
    CHECK(who_may(Action::market_write) == "facilitateur, acheteur");
    CHECK(who_may(Action::open) == "tout le monde");
    CHECK(who_may(Action::own_account) == "tout compte");
}

TEST_CASE(
    "hours are declared by who employs or follows, validated by who follows alone, and read by all but prescribers") {
    CHECK(who_may(Action::hours_write) == "facilitateur, structure d’insertion, entreprise");
    CHECK(who_may(Action::hours_validate) == "facilitateur");
    CHECK(who_may(Action::commitment_write) == "facilitateur");
    for (const Role role : all_roles) CHECK(gives(role, Action::execution_read) == (role != Role::prescriber));
}
