// Who comes back from an identity provider enters the account that is theirs, and no other.
#include "clausier/app/external_login.hpp"

#include <catch2/catch_test_macros.hpp>

#include "account_world.hpp"

using namespace clausier;
using domain::AccountState;
using tests::AccountWorld;

namespace {

// A provider that sends back whoever is asked for; what it checks of tokens is tested in outside/identity_token.
struct Provider {
    core::ExternalIdentity person{"https://identite.example", "7", "camille@valbrume.example", true, "un.jeton.signé"};
    core::IdentityProvider functions() {
        return {
            "Essai Connect",
            [](const std::string& back) {
                return core::IdentityDeparture{
                    "https://identite.example/entrer",
                    {std::string(64, 's'), std::string(64, 'n'), std::string(64, 'v'), back}};
            },
            [this](const core::IdentityReturn& back, const core::IdentityTrip& trip) {
                if (back.state != trip.state)
                    throw core::Error(core::ErrorKind::forbidden, {{{}, "oidc_state", "", "autre état"}});
                return person;
            },
            [](const std::string& hint, const std::string& after) { return "https://sortir?" + hint + "&" + after; }};
    }
};

struct World : AccountWorld {
    Provider provider;

    std::string depart() {
        return app::begin_external_login(stranger, base, provider.functions(), "https://ici/retour", "/marches")
            .browser;
    }
    app::ExternalArrival arrive(const std::string& browser, const std::string& state = std::string(64, 's')) {
        return app::end_external_login(stranger, base, provider.functions(), browser, {"code", state, "", ""},
                                       "203.0.113.7", "curl/7.88.1");
    }
    // The code of the refusal; "" when the person came in.
    std::string refusal() {
        try {
            arrive(depart());
            return "";
        } catch (const core::Error& error) {
            CHECK(error.kind() == core::ErrorKind::forbidden);
            return error.issues().front().code;
        }
    }
    AccountState state_of(domain::Id<domain::Account> id) { return app::find_account(terminal, base, id).state; }
};

}  // namespace

TEST_CASE("an invited person comes in by their verified address, then by who they are") {
    World world;
    const auto id = world.invite("camille", {world.organisation("Commune"), domain::Role::buyer, {}}).account->id;
    const app::ExternalArrival arrival = world.arrive(world.depart());
    CHECK(arrival.return_path == "/marches");
    const auto seen = world.seen(arrival.token);
    REQUIRE(seen.has_value());
    CHECK(seen->account == id);
    CHECK_FALSE(seen->needs_second_factor);
    CHECK(world.state_of(id) == AccountState::active);
    // The address may change, and need not be verified any more: the key is issuer and subject.
    world.provider.person.email = "autre@valbrume.example";
    world.provider.person.email_verified = false;
    CHECK(world.seen(world.arrive(world.depart()).token)->account == id);
    const std::string journal = world.journal();
    CHECK(journal.find("compte.relier compte/" + std::to_string(id.value)) != std::string::npos);
    CHECK(journal.find('@') == std::string::npos);
}

TEST_CASE("nobody comes in by an address that is not verified, not invited, disabled or somebody else's") {
    World world;
    CHECK(world.refusal() == "oidc_inconnu");
    const auto id = world.buyer("camille").id;
    world.provider.person.email_verified = false;
    CHECK(world.refusal() == "oidc_courriel");
    world.provider.person.email_verified = true;
    CHECK(world.refusal().empty());
    world.provider.person.subject = "8";
    CHECK(world.refusal() == "oidc_autre");
    world.provider.person.subject = "7";
    world.provider.person.issuer = "https://un-autre.example";
    CHECK(world.refusal().empty());  // another provider vouches for the same verified address
    world.provider.person.issuer = "https://identite.example";
    world.admin();
    app::disable(world.terminal, world.base, id);
    CHECK(world.refusal() == "compte_desactive");
    CHECK(world.journal().find("connexion.refuser compte/" + std::to_string(id.value)) != std::string::npos);
}

TEST_CASE("a login is spent by its first return, good or bad, and by its browser alone") {
    World world;
    world.buyer("camille");
    const std::string browser = world.depart();
    CHECK_THROWS_AS(world.arrive("un autre navigateur"), core::Error);
    CHECK_THROWS_AS(world.arrive(browser, "autre"), core::Error);
    CHECK_THROWS_AS(world.arrive(browser), core::Error);
    const std::string late = world.depart();
    world.clock.instant += std::chrono::minutes(10);
    CHECK_THROWS_AS(world.arrive(late), core::Error);
    const std::string good = world.depart();
    CHECK_FALSE(world.arrive(good).token.empty());
    CHECK_THROWS_AS(world.arrive(good), core::Error);
}

TEST_CASE("who has a second factor here still gives their code") {
    World world;
    const auto id = world.buyer("camille").id;
    world.enrol(id);
    CHECK(world.seen(world.arrive(world.depart()).token)->needs_second_factor);
}

TEST_CASE("a session that began at the provider's ends there too, once") {
    World world;
    world.buyer("camille");
    const auto session = world.seen(world.arrive(world.depart()).token)->session;
    const auto provider = world.provider.functions();
    CHECK(app::end_external_session(world.base, provider, session, "https://ici") ==
          "https://sortir?un.jeton.signé&https://ici");
    CHECK(app::end_external_session(world.base, provider, session, "https://ici").empty());
    const auto own = world.seen(world.log_in("camille").token)->session;
    CHECK(app::end_external_session(world.base, provider, own, "https://ici").empty());
    CHECK(app::end_external_session(world.base, {}, own, "https://ici").empty());
}
