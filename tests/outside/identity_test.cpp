// A provider that is not there, and addresses that are no provider's; the rest is tested against a real one
// (tests/scripts/identity_test.py).
#include "clausier/outside/identity.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

TEST_CASE("a provider is asked over TLS, or on this machine") {
    for (const char* good : {"https://identite.exemple.fr", "https://identite.exemple.fr/realms/clauses",
                             "http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"})
        CHECK(outside::is_issuer(good));
    for (const char* bad : {"", "http://identite.exemple.fr", "http://127.0.0.1.exemple.fr", "file:///etc/passwd",
                            "https://a:b@identite.exemple.fr", "https://identite.exemple.fr/?a=1", "identite"})
        CHECK_FALSE(outside::is_issuer(bad));
}

TEST_CASE("a provider that does not answer is said so, and a return nobody began is refused without asking it") {
    const core::FixedClock clock{core::Instant{}};
    outside::IdentitySettings settings;
    settings.issuer = "http://127.0.0.1:1";  // nobody listens there
    settings.label = "Essai";
    const core::IdentityProvider provider = outside::identity_provider(settings, clock);
    CHECK(provider.label == "Essai");
    try {
        provider.depart("http://localhost/connexion/oidc/retour");
        FAIL("departed");
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::unavailable);
    }
    for (const char* state : {"", "abcd"}) {
        try {
            provider.arrive({"code", state, "", ""}, {std::string(state[0] ? "autre" : ""), "", "", ""});
            FAIL("arrived");
        } catch (const core::Error& error) {
            CHECK(error.kind() == core::ErrorKind::forbidden);
            CHECK(error.issues().front().code == "oidc_state");
        }
    }
}
