// Logins begun are given once and in time; a person of a provider is one account, and an account one person.
#include "clausier/store/identities.hpp"

#include <catch2/catch_test_macros.hpp>

#include "account_rows.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/store/user_sessions.hpp"

using namespace clausier;
using std::chrono::minutes;

namespace {

const store::BegunLogin login{{std::string(64, 's'), std::string(64, 'n'), std::string(64, 'v'), "https://a/retour"},
                              "/marches"};
const std::string browser(64, 'a');

domain::Account account(store::Transaction& tx, const std::string& name, core::Instant now) {
    domain::Account out;
    out.email = name + "@valbrume.example";
    out.name = name;
    out.created = now;
    return store::Accounts(tx).save(out);
}

}  // namespace

TEST_CASE("a login begun is given to its browser once, and not after its time") {
    const core::Instant now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 2};
    store::Database base(":memory:");
    auto tx = base.write();
    store::Identities identities(tx);
    identities.begin(browser, login, now, now + minutes(10));
    CHECK_FALSE(identities.take(std::string(64, 'b'), now).has_value());
    const auto taken = identities.take(browser, now + minutes(9));
    REQUIRE(taken.has_value());
    CHECK(taken->trip.state == login.trip.state);
    CHECK(taken->trip.verifier == login.trip.verifier);
    CHECK(taken->return_path == "/marches");
    CHECK_FALSE(identities.take(browser, now).has_value());
    identities.begin(browser, login, now, now + minutes(10));
    CHECK_FALSE(identities.take(browser, now + minutes(10)).has_value());
    identities.begin(browser, login, now, now + minutes(10));
    identities.begin(std::string(64, 'b'), login, now + minutes(20), now + minutes(30));
    CHECK(identities.begun() == 1);  // the one expired is forgotten
    store::BegunLogin weak = login;
    weak.trip.state = "court";
    CHECK_THROWS_AS(identities.begin(std::string(64, 'c'), weak, now, now + minutes(10)), core::Error);
}

TEST_CASE("issuer and subject name one account, and an account is one person of an issuer") {
    const core::Instant now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 2};
    store::Database base(":memory:");
    auto tx = base.write();
    store::Identities identities(tx);
    const auto alix = account(tx, "alix", now).id;
    const auto camille = account(tx, "camille", now).id;
    identities.link("https://a", "1", alix, now);
    CHECK(identities.account("https://a", "1") == alix);
    CHECK_FALSE(identities.account("https://b", "1").has_value());
    CHECK(identities.linked(alix, "https://a"));
    CHECK_FALSE(identities.linked(alix, "https://b"));
    CHECK_THROWS_AS(identities.link("https://a", "1", camille, now), core::Error);
    CHECK_THROWS_AS(identities.link("https://a", "2", alix, now), core::Error);
}

TEST_CASE("the hint of a session is taken once, and forgotten with the session") {
    const core::Instant now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 2};
    store::Database base(":memory:");
    auto tx = base.write();
    store::Identities identities(tx);
    store::UserSessions sessions(tx);
    const auto alix = account(tx, "alix", now).id;
    const auto first = sessions.add({{}, alix, false, now, now, "", ""}, std::string(64, '1')).id;
    const auto second = sessions.add({{}, alix, false, now, now, "", ""}, std::string(64, '2')).id;
    identities.keep_hint(first, "un.jeton.signé");
    identities.keep_hint(second, "un.autre.jeton");
    CHECK(identities.take_hint(first) == "un.jeton.signé");
    CHECK_FALSE(identities.take_hint(first).has_value());
    sessions.end(second, now);
    sessions.forget(now + minutes(1));
    CHECK(tx.value<int>("SELECT count(*) FROM identity_sessions") == 0);
}
